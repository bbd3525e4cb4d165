/**
 * Stands in, in the bundles, for the list by which nodemailer tells an attachment's type of its name: no mail of ours has a file in it.
 * 75 KiB of each function that sends mail.
 */
const refuse = (): never => {
  throw new Error('No mail of this software has a file in it');
};

export { refuse as detectExtension, refuse as detectMimeType };
