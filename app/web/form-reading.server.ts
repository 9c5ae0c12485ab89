import type { ActionFunctionArgs, ServerBuild } from '@remix-run/node'
import { isPlainForm } from './plain-form.ts'

type Action = (args: ActionFunctionArgs) => unknown

/**
 * The same build, in which a form that cannot be read (a multipart body without its boundary, or cut off) or that no page of ours could have sent is
 * answered with 400 in the house style. Every action reads its form from the request it is given, so this is the one place that has to know.
 */
export function withReadableForms(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const action = route?.module.action as Action | undefined
    if (!route || !action) return [id, route]
    return [id, { ...route, module: { ...route.module, action: (args: ActionFunctionArgs) => action(readable(args)) } }]
  })
  return { ...build, routes: Object.fromEntries(routes) }
}

function readable(args: ActionFunctionArgs): ActionFunctionArgs {
  const read = args.request.formData.bind(args.request)
  args.request.formData = async () => {
    const form = await read().catch((error: unknown) => {
      // Undici says so with a TypeError; anything else is a mistake of ours.
      if (error instanceof TypeError) throw new Response(null, { status: 400 })
      throw error
    })
    if (!isPlainForm(form)) throw new Response(null, { status: 400 })
    return form
  }
  return args
}
