/** What mails and links need to know of the place this portal runs at. Built once from the environment. */
export type Site = {
  /** Without trailing slash, for instance https://raadsbriefing.example */
  baseUrl: string
  /** The sub-domain of rsvp+…@ and bounce+…@ */
  mailDomain: string
  /** Key of the personal links. Changing it makes every link in every mail ever sent stop working. */
  linkSecret: string
  /** Weeks between request and first possible evening. */
  minimumNoticeWeeks: number
  /** Working days in which staff promise a first reaction. */
  reactionWorkdays: number
  /** Working days in which other councils of a request say whether they take part. */
  coRequestWorkdays: number
}
