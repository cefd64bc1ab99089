import { branchesOf, type Flow, type FlowStep } from './flow.ts';
import type { Rule } from './rule.ts';

/** What rules, flows and webhooks refer to by its id. */
export type ReferredPart = 'popups' | 'webhooks' | 'flows' | 'templates';

export interface Reference {
  readonly part: ReferredPart;
  readonly id: string;
  /** Its path in the document. */
  readonly path: readonly (string | number)[];
}

interface Document {
  readonly rules?: readonly Pick<Rule, 'actions'>[] | undefined;
  readonly flows?: readonly Pick<Flow, 'steps'>[] | undefined;
  readonly webhooks?:
    | readonly {
        readonly body: { readonly kind: string; readonly template?: string | undefined };
      }[]
    | undefined;
  readonly settings?: { readonly dialWebhook?: string | undefined } | undefined;
}

/** Every reference of a document from one definition to another. */
export function referencesIn({
  rules = [],
  flows = [],
  webhooks = [],
  settings,
}: Document): Reference[] {
  return [
    ...rules.flatMap(({ actions }, index) =>
      actions.map((action, position): Reference => {
        const path = ['rules', index, 'actions', position];
        switch (action.do) {
          case 'popup':
            return { part: 'popups', id: action.popup, path: [...path, 'popup'] };
          case 'send':
            return { part: 'webhooks', id: action.webhook, path: [...path, 'webhook'] };
          case 'flow':
            return { part: 'flows', id: action.flow, path: [...path, 'flow'] };
        }
      }),
    ),
    ...flows.flatMap(({ steps }, index) => stepReferences(steps, ['flows', index, 'steps'])),
    ...webhooks.flatMap(({ body }, index): Reference[] =>
      body.kind === 'template' && body.template !== undefined
        ? [
            {
              part: 'templates',
              id: body.template,
              path: ['webhooks', index, 'body', 'template'],
            },
          ]
        : [],
    ),
    ...(settings?.dialWebhook
      ? [{ part: 'webhooks' as const, id: settings.dialWebhook, path: ['settings', 'dialWebhook'] }]
      : []),
  ];
}

const stepReferences = (
  steps: readonly FlowStep[],
  path: readonly (string | number)[],
): Reference[] =>
  steps.flatMap((step, index) => {
    const here = [...path, index];
    return [
      ...ownReference(step, here),
      ...branchesOf(step).flatMap(([name, inner]) => stepReferences(inner, [...here, name])),
    ];
  });

function ownReference(step: FlowStep, path: readonly (string | number)[]): Reference[] {
  switch (step.do) {
    case 'popup':
      return [{ part: 'popups', id: step.popup, path: [...path, 'popup'] }];
    case 'send':
    case 'ask':
      return [{ part: 'webhooks', id: step.webhook, path: [...path, 'webhook'] }];
    case 'if':
      return [];
  }
}
