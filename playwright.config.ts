import { defineConfig, devices } from '@playwright/test'
import './tests/support/comparable-moments.ts'

const root = process.getuid?.() === 0
const quiet = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  globalSetup: './tests/support/cluster.ts',
  workers: 2,
  forbidOnly: true,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  timeout: 30_000,
  projects: [
    { name: 'unit', testMatch: ['unit/**/*.test.ts', 'unit/**/*.test.tsx', 'architecture.test.ts'] },
    { name: 'db', testMatch: 'db/**/*.test.ts' },
    {
      name: 'e2e',
      testMatch: 'e2e/**/*.test.ts',
      timeout: 60_000,
      // A browser on a busy machine gets one second try in CI; unit and database tests get none.
      retries: process.env.CI ? 1 : 0,
      use: {
        ...devices['Desktop Chrome'],
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
        screenshot: 'only-on-failure',
        launchOptions: {
          executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
          args: [...quiet, ...(root ? ['--no-sandbox'] : [])],
        },
      },
    },
  ],
})
