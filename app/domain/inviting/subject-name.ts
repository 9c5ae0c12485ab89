/**
 * What a mail is called before it leaves: the words its subject begins with, so that a preview and a mailbox never differ. A question keeps its mark; of
 * a change it says what changed.
 */
export function nameInSubject(subject: string): string {
  const changed = /^(Gewijzigd: .+?) van (?:optie )?“/.exec(subject)?.[1]
  return changed ?? /^[^:?]+\?/.exec(subject)?.[0] ?? subject.split(/: | RB-| \(DOS-/)[0] ?? subject
}
