import { type ActionFunctionArgs, type AppLoadContext, data, type ServerBuild } from '@remix-run/node'
import { isDatabaseAway } from '#db/database-away.ts'

/** What a form held, in its own order. */
export type Typed = [name: string, value: string][]

type Step = (args: ActionFunctionArgs) => unknown

/** What was sent with a request whose page is being made. */
const sent = new WeakMap<AppLoadContext, () => Promise<FormData>>()

/**
 * The same build, in which a page or a step that needs a database that is not there is answered with 503 instead of as a mistake of ours, and in which a
 * form that was sent then is handed to the page that says so. The form is in that one answer and nowhere else: not in memory afterwards, and not in the log.
 */
export function withDatabaseAway(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route]
    const { action, loader } = route.module
    const module = {
      ...route.module,
      ...(action && { action: (args: ActionFunctionArgs) => orAway(action as Step, remembering(args)) }),
      ...(loader && { loader: (args: ActionFunctionArgs) => orAway(loader as Step, args) }),
    }
    return [id, { ...route, module }]
  })
  return { ...build, routes: Object.fromEntries(routes) }
}

async function orAway(step: Step, args: ActionFunctionArgs): Promise<unknown> {
  try {
    return await step(args)
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    const { log, reference } = args.context
    const { message, code } = error as Error & { code?: string }
    log.warn({ reference, code: code ?? message }, 'the database is away')
    const form = await sent.get(args.context)?.()
    throw form ? data(typedIn(form), { status: 503 }) : new Response(null, { status: 503 })
  }
}

/** A form is read once, whoever asks; also when the step failed before it came to that, or a page is made after it. */
function remembering(args: ActionFunctionArgs): ActionFunctionArgs {
  const read = args.request.formData.bind(args.request)
  let form: Promise<FormData> | undefined
  args.request.formData = () => {
    form ??= read()
    return form
  }
  sent.set(args.context, args.request.formData)
  return args
}

/** Forms of ours hold text only. */
function typedIn(form: FormData): Typed {
  return [...form.entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
}
