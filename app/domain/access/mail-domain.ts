/** The part after the last @, lower case, without a closing dot. */
export function mailDomainOf(address: string): string {
  return address
    .slice(address.lastIndexOf('@') + 1)
    .toLowerCase()
    .replace(/\.$/, '')
}

/**
 * Whether an address lies in one of the council's own mail domains, or in a sub-domain of one: whoever runs leiden.nl runs raad.leiden.nl too.
 * It refuses nobody; staff see a flag and look who is asking.
 */
export function isKnownMailDomain(address: string, mailDomains: readonly string[]): boolean {
  const domain = mailDomainOf(address)
  return mailDomains.some((each) => {
    const known = mailDomainOf(each)
    return known !== '' && (domain === known || domain.endsWith(`.${known}`))
  })
}
