import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { ruleNames, type SourceFile, violationsIn } from '#tests/support/architecture.ts'

/** One violation per rule. A rule that lets its own violation pass guards nothing. */
const planted: Record<string, SourceFile | SourceFile[]> = {
  'imports only the floors below': {
    path: 'app/components/x.tsx',
    text: "import { findTopic } from '#db/catalogue/topics.ts'",
  },
  'nothing imports itself by way of others': [
    { path: 'app/domain/catalogue/x.ts', text: "import type { Y } from '#app/domain/catalogue/y.ts'" },
    { path: 'app/domain/catalogue/y.ts', text: "import { x } from './x.ts'" },
  ],
  'one importer per replaceable package': {
    path: 'app/use-cases/requesting/x.ts',
    text: "import { jsonArrayFrom } from 'kysely/helpers/postgres'",
  },
  'domain imports no package': { path: 'app/domain/requesting/x.ts', text: "import { z } from 'zod'" },
  'what reaches the browser imports nothing of the server': {
    path: 'app/components/x.tsx',
    text: "import { newToken } from '#app/domain/access/tokens.server.ts'",
  },
  'only env.server.ts reads the environment': { path: 'db/x.ts', text: 'const port = process.env.PORT' },
  'rules and use cases are handed the time': {
    path: 'app/use-cases/requesting/x.ts',
    text: 'const now = Temporal.Now.instant()',
  },
  'routes open no transaction and catch nothing': {
    path: 'app/routes/x.tsx',
    text: 'await db.transaction().execute(save)',
  },
  'no drawers': { path: 'app/domain/utils/x.ts', text: '' },
  'no file that only passes others on': { path: 'app/forms/requesting/index.ts', text: "export * from './x.ts'" },
  'colours live in the theme': { path: 'app/components/x.tsx', text: 'const fill = "#281f6b"' },
  'a form without an address of its own is a PostForm': {
    path: 'app/components/x.tsx',
    text: '<form method="post" className="stack">',
  },
  'no inline style': { path: 'app/components/x.tsx', text: '<p style={{ margin: 0 }} />' },
  'nothing is switched off': { path: 'db/x.ts', text: '// biome-ignore lint: later' },
}

function sourceFiles(): SourceFile[] {
  const paths = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'app', 'db', 'emails'], {
    encoding: 'utf8',
  }).split('\n')
  return paths
    .filter((path) => /\.(tsx?|css)$/.test(path) && existsSync(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

for (const rule of ruleNames) {
  test(`the rule “${rule}” catches its planted violation`, () => {
    const files = [planted[rule] ?? []].flat()
    expect(files.length, 'every rule has a planted violation').toBeGreaterThan(0)
    expect(violationsIn(files).map((violation) => violation.rule)).toContain(rule)
  })
}

test('the house keeps its rules', () => {
  const files = sourceFiles()
  expect(files.length).toBeGreaterThan(20)
  expect(violationsIn(files)).toEqual([])
})
