export type Speaker = {
  id: string
  name: string
  organisation: string
  /** What she can speak about. */
  topicIds: string[]
  active: boolean
  version: number
}
