/**
 * What looks like a mail address, as far as syntax tells, and can be written as it is in a header (RFC 5322 §3.2.3) and in a calendar (RFC 6068 §2). No two
 * parts of the pattern that follow each other can take the same character, so that it reads the longest text anybody can post in one walk.
 */
export const mailAddressPattern = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]{2,}$/
