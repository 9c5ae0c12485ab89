const ourNumbers = /((?:DOS|RB)-\d{4}-\d+)/

/** Text in which a number of a dossier or a request ("DOS-2026-0001081") is never parted at a hyphen. What is copied is the number as it is. */
export function WholeNumbers({ children }: { children: string }) {
  return (
    <>
      {children.split(ourNumbers).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name, and never change places
          <span key={index} className="one-line">
            {part}
          </span>
        ),
      )}
    </>
  )
}
