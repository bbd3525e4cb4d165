/** What Node itself takes: a handler that does nothing. */
export const peer = async () => ({ statusCode: 204 });
