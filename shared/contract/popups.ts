import { z } from 'zod';
import { idSchema } from '../model/definition.ts';
import { popupInputSchema } from '../model/popup.ts';
import { ruleSchema } from '../model/rule.ts';
import { refuseNamesTwice } from '../popup-url/parameter-names.ts';
import { expectedSchema, noInput, tokenSchema, trialCallSchema } from './inputs.ts';
import { nothing, procedure, returns, saving } from './procedure.ts';
import type { PreviewView } from './views.ts';

const byId = z.strictObject({ popupId: idSchema });

/** What an encrypted address carries. */
export interface DecryptedView {
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

export const popupProcedures = {
  'popup.save': procedure({
    input: z.strictObject({
      popup: popupInputSchema.superRefine(refuseNamesTwice),
      /** The rules that open it. */
      rules: z.array(ruleSchema).max(100),
      expected: expectedSchema,
    }),
    right: saving('popups', ({ popup }) => popup.id),
    output: nothing,
  }),
  'popup.preview': procedure({
    input: z.strictObject({ popup: popupInputSchema, call: trialCallSchema }),
    right: 'view',
    output: returns<PreviewView>(),
  }),
  /** Reads what an address carries, with the popup's own key. Those who may save the popup may read it. */
  'popup.decrypt': procedure({
    input: z.strictObject({ popup: popupInputSchema, url: z.string().max(100_000) }),
    right: saving('popups', ({ popup }) => popup.id),
    output: returns<DecryptedView>(),
  }),
  'popup.test': procedure({ input: byId, right: 'view', output: nothing }),
  /** Opens what is in the editor, whatever is saved. Those who may save the popup may open it. */
  'popup.testDraft': procedure({
    input: z.strictObject({ popup: popupInputSchema, call: trialCallSchema }),
    right: saving('popups', ({ popup }) => popup.id),
    output: nothing,
  }),
  'popup.reopen': procedure({
    input: z.strictObject({ id: tokenSchema }),
    right: 'agent',
    output: nothing,
  }),
  'popup.signIn': procedure({ input: byId, right: 'agent', output: nothing }),
  /** Opens the support contact's address: a mail, a phone or a page. */
  'support.open': procedure({ input: noInput, right: 'agent', output: nothing }),
  'popup.closeAll': procedure({ input: noInput, right: 'agent', output: nothing }),
  'popups.pause': procedure({
    /** Without minutes: until the agent resumes. */
    input: z.strictObject({ minutes: z.int().min(1).max(10_000).optional() }),
    right: 'agent',
    output: nothing,
  }),
  'popups.resume': procedure({ input: noInput, right: 'agent', output: nothing }),
};
