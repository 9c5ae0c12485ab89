/**
 * What looks like a mail address, as far as syntax tells. No two parts of the pattern can take the same character, so that it reads the longest text
 * anybody can post in one walk.
 */
export const mailAddressPattern = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/
