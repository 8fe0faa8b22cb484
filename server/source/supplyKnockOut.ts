import type { z } from 'zod'
import type { KnockOut, KnockOutRequest } from '@contract/knockOut'
import { KnockOutTurns } from '@server/network/knockOutTurns'
import { readJson, type Json } from '@server/network/questions'
import { requireNode, requirePack } from './chainEditions'
import { requireRegion, type SourceContext } from './context'
import type { Principal } from './principal'
import { askNetwork } from './supply'
import { requireStaff } from './supplyScope'

type Request = z.output<typeof KnockOutRequest>

interface Manner {
  /** Whoever asked has gone. */
  signal?: AbortSignal
}

/** 推演停摆, one after the other; nothing is written. */
export function createKnockOuts(context: SourceContext) {
  const turns = new KnockOutTurns()
  const ask = async (who: Principal, request: Request, isWhole: boolean, { signal }: Manner) => {
    requireStaff(who)
    await checkTargets(context, who, request)
    const { stops, assumptions, ...query } = request
    const wish = { stops, assumptions, isWhole }
    return turns.take(() => askNetwork(context, who, query, 'knockOut', (frame) => ({ frame, ...wish })), signal)
  }
  return {
    /** Ready JSON. Throws invalid, not-found and forbidden as the targets deserve, conflict when too many wait. */
    run: async (who: Principal, request: Request, manner: Manner = {}): Promise<Json<KnockOut>> =>
      (await ask(who, request, false, manner)).json,
    /** With everybody who is hit, for a workbook. */
    runWhole: async (who: Principal, request: Request, manner: Manner = {}): Promise<KnockOut> =>
      readJson((await ask(who, request, true, manner)).json),
  }
}

async function checkTargets(context: SourceContext, who: Principal, { region, stops }: Request) {
  requireRegion(context, who, region)
  for (const target of stops) {
    if (target.kind === 'firm') continue
    const pack = target.chain === undefined ? null : await requirePack(context, target.chain, 'stops')
    if (target.kind === 'place') requireRegion(context, who, target.place, 'stops')
    else if (pack) requireNode(pack, target.node, 'stops')
  }
}
