import { isIPv4, isIPv6 } from 'node:net'

/**
 * The network an address belongs to: IPv4 /24, IPv6 /48. Limits abuse by a neighbourhood without keeping who it was.
 * IPv4 inside IPv6 (::ffff:192.0.2.7) counts as IPv4; anything unreadable is one network of its own.
 */
export function networkOf(address: string): string {
  const plain = address.startsWith('::ffff:') && isIPv4(address.slice(7)) ? address.slice(7) : address
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`
  if (isIPv6(plain)) {
    const [head = '', tail = ''] = plain.split('%')[0]?.split('::') ?? []
    const left = head ? head.split(':') : []
    const right = tail ? tail.split(':') : []
    const groups = plain.includes('::')
      ? [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
      : left
    return `${groups
      .slice(0, 3)
      .map((group) => Number.parseInt(group || '0', 16).toString(16))
      .join(':')}::/48`
  }
  return 'unknown'
}
