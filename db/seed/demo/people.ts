/**
 * Nobody in the demo story exists: everyone is called Voorbeeld and has an address under .example, which never delivers
 * (RFC 2606 §2).
 */
export type DemoOfficer = {
  key: string
  name: string
  address: string
  role: 'clerk' | 'deputyClerk' | 'clerksOfficeStaff' | 'planner' | 'accountManager' | 'administrator'
  /** What the start screen calls them. */
  title: string
  /** Slug of the municipality whose council they work for. */
  municipality?: string
  regionId?: string
}

export const demoOfficers = [
  {
    key: 'clerkLeiderdorp',
    name: 'Griet Voorbeeld',
    address: 'griffier@leiderdorp.example',
    role: 'clerk',
    title: 'griffier van Leiderdorp',
    municipality: 'leiderdorp',
  },
  {
    key: 'deputyLeiderdorp',
    name: 'Pim Voorbeeld',
    address: 'plaatsvervanger@leiderdorp.example',
    role: 'deputyClerk',
    title: 'plaatsvervangend griffier van Leiderdorp',
    municipality: 'leiderdorp',
  },
  {
    key: 'clerkOegstgeest',
    name: 'Otto Voorbeeld',
    address: 'griffier@oegstgeest.example',
    role: 'clerk',
    title: 'griffier van Oegstgeest',
    municipality: 'oegstgeest',
  },
  {
    key: 'clerkLeiden',
    name: 'Lea Voorbeeld',
    address: 'griffier@leiden.example',
    role: 'clerk',
    title: 'griffier van Leiden',
    municipality: 'leiden',
  },
  {
    key: 'officeLeiden',
    name: 'Mia Voorbeeld',
    address: 'griffie@leiden.example',
    role: 'clerksOfficeStaff',
    title: 'griffiemedewerker van Leiden',
    municipality: 'leiden',
  },
  {
    key: 'planner',
    name: 'Paula Voorbeeld',
    address: 'planner@provincie.example',
    role: 'planner',
    title: 'planner van de provincie',
  },
  {
    key: 'accountManager',
    name: 'Arie Voorbeeld',
    address: 'accounthouder@provincie.example',
    role: 'accountManager',
    title: 'regio-accounthouder Leidse regio',
    regionId: 'leidse-regio',
  },
  {
    key: 'administrator',
    name: 'Bea Voorbeeld',
    address: 'beheerder@provincie.example',
    role: 'administrator',
    title: 'beheerder',
  },
] as const satisfies DemoOfficer[]

export type DemoOfficerKey = (typeof demoOfficers)[number]['key']

export type DemoParticipant = {
  key: string
  name: string
  address: string
  municipality: 'leiderdorp' | 'oegstgeest' | 'leiden'
  role: 'councillor' | 'committeeMember'
  /** Mail to this address bounced. */
  suspended?: boolean
}

/** Councillors often give a private address, hence the two domains. */
export const demoParticipants = [
  aCouncillor('roos', 'Roos Voorbeeld', 'roos@leiderdorp.example', 'leiderdorp'),
  aCouncillor('rik', 'Rik Voorbeeld', 'rik@thuis.example', 'leiderdorp'),
  aCouncillor('ria', 'Ria Voorbeeld', 'ria@leiderdorp.example', 'leiderdorp'),
  aCouncillor('rob', 'Rob Voorbeeld', 'rob@thuis.example', 'leiderdorp'),
  aCouncillor('ron', 'Ron Voorbeeld', 'ron@leiderdorp.example', 'leiderdorp'),
  aCouncillor('ruud', 'Ruud Voorbeeld', 'ruud@leiderdorp.example', 'leiderdorp'),
  { ...aCouncillor('bas', 'Bas Voorbeeld', 'bas@thuis.example', 'oegstgeest'), role: 'committeeMember' },
  aCouncillor('olga', 'Olga Voorbeeld', 'olga@oegstgeest.example', 'oegstgeest'),
  aCouncillor('leo', 'Leo Voorbeeld', 'leo@leiden.example', 'leiden'),
  { ...aCouncillor('lies', 'Lies Voorbeeld', 'lies@leiden.example', 'leiden'), suspended: true },
] satisfies DemoParticipant[]

function aCouncillor(
  key: string,
  name: string,
  address: string,
  municipality: DemoParticipant['municipality'],
): DemoParticipant {
  return { key, name, address, municipality, role: 'councillor' }
}
