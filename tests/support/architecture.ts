import ts from 'typescript'

/** A source file as the rules see it: its path from the project's root, and its text. */
export type SourceFile = { path: string; text: string }
export type Violation = { path: string; rule: string; found: string }

type Floor =
  | 'domain'
  | 'forms'
  | 'use-cases'
  | 'routes'
  | 'pages'
  | 'components'
  | 'db'
  | 'emails'
  | 'wiring'
  | 'shared'
  | 'styles'

/** Who may import whom (README, "The map of the house"). Wiring builds everything from the parts and may see all of it. */
const mayImport: Record<Floor, readonly Floor[]> = {
  domain: ['domain'],
  forms: ['forms', 'domain'],
  components: ['components', 'forms', 'domain', 'shared', 'styles'],
  'use-cases': ['use-cases', 'domain', 'db', 'emails'],
  routes: ['pages', 'use-cases', 'components', 'db', 'forms', 'domain', 'wiring', 'shared', 'styles'],
  pages: ['pages', 'use-cases', 'components', 'db', 'forms', 'domain', 'wiring', 'shared'],
  db: ['db', 'domain'],
  emails: ['emails', 'domain'],
  shared: ['shared', 'domain'],
  wiring: [
    'domain',
    'forms',
    'components',
    'use-cases',
    'routes',
    'pages',
    'db',
    'emails',
    'wiring',
    'shared',
    'styles',
  ],
  styles: ['styles'],
}

/** A package that only the named files may import, whole or in part, so that it can be replaced in one place. */
const soleImporters: Record<string, (path: string) => boolean> = {
  pg: (path) => path === 'db/connection.server.ts',
  kysely: (path) => path.startsWith('db/'),
  'ical-generator': (path) => path === 'emails/calendar.ts',
  nodemailer: (path) =>
    ['compose-raw.server', 'dkim.server', 'mail-frame.server', 'quoted-printable', 'transport.server'].includes(
      /^emails\/(.+)\.ts$/.exec(path)?.[1] ?? '',
    ),
  'graphile-worker': (path) => path === 'app/jobs.ts' || path === 'db/migrate.server.ts',
  maildev: (path) => path === 'app/mail/mailbox.server.ts',
}

const drawers = /\/(utils?|helpers?|lib|libs|common|misc|services?)(\/|\.tsx?$)/

function floorOf(path: string): Floor | undefined {
  if (path.startsWith('app/domain/')) return 'domain'
  if (path.startsWith('app/forms/')) return 'forms'
  if (path.startsWith('app/use-cases/')) return 'use-cases'
  if (path.startsWith('app/routes/')) return 'routes'
  if (path.startsWith('app/pages/')) return 'pages'
  if (path.startsWith('app/components/')) return 'components'
  if (path.startsWith('app/styles/')) return 'styles'
  if (path === 'app/web/page-context.ts' || path === 'app/web/security-policy.ts') return 'shared'
  if (path.startsWith('app/')) return 'wiring'
  if (path.startsWith('db/')) return 'db'
  if (path.startsWith('emails/')) return 'emails'
  return undefined
}

/** The target of an import as a path from the root ("#db/x.ts", "../x.ts"), or the bare package name. */
function resolve(from: string, specifier: string): { path?: string; package?: string } {
  if (specifier.startsWith('#')) return { path: specifier.slice(1) }
  if (!specifier.startsWith('.')) return { package: specifier }
  const parts = from.split('/').slice(0, -1)
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return { path: parts.join('/') }
}

function importsOf(file: SourceFile): { specifier: string; typeOnly: boolean }[] {
  const source = ts.createSourceFile(
    file.path,
    file.text,
    ts.ScriptTarget.Latest,
    false,
    file.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )
  return source.statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier))
      return [{ specifier: statement.moduleSpecifier.text, typeOnly: statement.importClause?.isTypeOnly ?? false }]
    if (ts.isExportDeclaration(statement) && statement.moduleSpecifier && ts.isStringLiteral(statement.moduleSpecifier))
      return [{ specifier: statement.moduleSpecifier.text, typeOnly: statement.isTypeOnly }]
    return []
  })
}

/** What each file imports of ours, types too. */
type Imports = ReadonlyMap<string, readonly string[]>

function importsAmong(files: readonly SourceFile[]): Imports {
  return new Map(
    files.map((file) => [
      file.path,
      importsOf(file).flatMap(({ specifier }) => resolve(file.path, specifier).path ?? []),
    ]),
  )
}

/** The shortest way by which a file imports itself; undefined when there is none. */
function wayBack(start: string, imports: Imports): string[] | undefined {
  const ways: string[][] = [[start]]
  const seen = new Set<string>()
  for (const way of ways) {
    for (const next of imports.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return [...way, next]
      if (seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  }
  return undefined
}

type Rule = (file: SourceFile, floor: Floor, imports: Imports) => string[]

/** Text without comments, so that a rule may be explained where it is kept. */
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
const matches = (pattern: RegExp, text: string) => [...code(text).matchAll(pattern)].map((match) => match[0].trim())

const rules: Record<string, Rule> = {
  'imports only the floors below': (file, floor) =>
    importsOf(file).flatMap(({ specifier }) => {
      const { path } = resolve(file.path, specifier)
      const target = path === undefined ? undefined : floorOf(path)
      return target !== undefined && !mayImport[floor].includes(target) ? [`${specifier} (${target})`] : []
    }),
  'nothing imports itself by way of others': (file, _floor, imports) =>
    [wayBack(file.path, imports)].flatMap((way) => way?.join(' → ') ?? []),
  'one importer per replaceable package': (file) =>
    importsOf(file).flatMap(({ specifier }) => {
      const isImporter = soleImporters[specifier.split('/', 1)[0] ?? '']
      return isImporter && !isImporter(file.path) ? [specifier] : []
    }),
  'domain imports no package': (file, floor) =>
    floor === 'domain'
      ? importsOf(file).flatMap(({ specifier }) => {
          const { package: name } = resolve(file.path, specifier)
          return name && !(name === 'node:crypto' && file.path.endsWith('.server.ts')) ? [name] : []
        })
      : [],
  'what reaches the browser imports nothing of the server': (file, floor) =>
    floor === 'components' || floor === 'forms'
      ? importsOf(file).flatMap(({ specifier, typeOnly }) =>
          !typeOnly && /\.server(\.tsx?)?$/.test(specifier) ? [specifier] : [],
        )
      : [],
  'only env.server.ts reads the environment': (file) =>
    file.path === 'app/env.server.ts' ? [] : matches(/process\.env\b/g, file.text),
  'rules and use cases are handed the time': (file, floor) =>
    floor === 'domain' || floor === 'use-cases'
      ? matches(/\bDate\.now\(|\bnew Date\(\s*\)|\bTemporal\.Now\b/g, file.text)
      : [],
  'routes open no transaction and catch nothing': (file, floor) =>
    floor === 'routes' || floor === 'pages' ? matches(/\.transaction\(|\btry\s*\{|\bsql`/g, file.text) : [],
  'no drawers': (file) => (drawers.test(`/${file.path}`) ? [file.path] : []),
  'no file that only passes others on': (file) => (/(^|\/)index\.tsx?$/.test(file.path) ? [file.path] : []),
  'colours live in the theme': (file, floor) =>
    (floor === 'components' || floor === 'routes' || floor === 'styles') && file.path !== 'app/styles/theme.css'
      ? matches(/#[0-9a-f]{3,8}\b(?=[;"'`\s)])/gi, file.text).filter((found) =>
          /^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(found),
        )
      : [],
  'a form without an address of its own is a PostForm': (file) =>
    file.path === 'app/components/form/post-form.tsx' ? [] : matches(/<form\b(?![^>]*\baction=)[^>]*>/g, file.text),
  'no inline style': (file, floor) =>
    floor === 'components' || floor === 'routes' ? matches(/\sstyle=/g, file.text) : [],
  'nothing is switched off': (file) => [
    // These live in comments, so the text is read as it is. A lint rule may be set aside by its full name with a reason.
    ...[...file.text.matchAll(/@ts-ignore|@ts-expect-error|@ts-nocheck|biome-ignore(?! lint\/\w+\/\w+: \S+)/g)].map(
      (match) => match[0],
    ),
    ...matches(/\bas any\b|: any\b/g, file.text),
  ],
}

/** Every place where a file breaks a rule of the house. */
export function violationsIn(files: SourceFile[]): Violation[] {
  const imports = importsAmong(files)
  return files.flatMap((file) => {
    const floor = floorOf(file.path)
    if (floor === undefined) return []
    return Object.entries(rules).flatMap(([rule, check]) =>
      check(file, floor, imports).map((found) => ({ path: file.path, rule, found })),
    )
  })
}

export const ruleNames = Object.keys(rules)
