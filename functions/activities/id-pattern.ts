/** What staff may call a thing by: it stands in addresses and in activity files. */
export const idPattern = /^[a-z0-9-]{1,64}$/;
