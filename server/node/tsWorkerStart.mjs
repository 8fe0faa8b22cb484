// Plain JavaScript, as it is what makes TypeScript readable in the worker that runs it.
import { register } from 'tsx/esm/api'

register()
await import(process.argv[2])
