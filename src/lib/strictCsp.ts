import { config } from 'zod'

// The content security policy forbids `new Function`; without this every schema would try it and be reported.
config({ jitless: true })
