/** What a log may say of an error: what kind it is and where it came from. Its message may hold what somebody typed, or an address. */
export function failureFacts(error: unknown): { err: string; code: unknown; frames: string[] | undefined } {
  const { name, stack } = error instanceof Error ? error : { name: 'Thrown', stack: undefined }
  const frames = stack?.split('\n').filter((line) => line.trimStart().startsWith('at '))
  return { err: name, code: (error as { code?: unknown } | undefined)?.code, frames }
}
