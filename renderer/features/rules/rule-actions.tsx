import { Alert, Fieldset, MultiSelect, Stack } from '@mantine/core';
import { actionKey, actionOf } from '../../../shared/model/rule-actions.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { CreateInPlace } from './create-in-place.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { RuleForm } from './rule-form.ts';

/** What a rule does, in this order: popups, webhooks and flows in one searchable list. */
export function RuleActions({ form }: { form: RuleForm }) {
  const t = useText();
  const { rule } = form.values;
  const config = useDesk((desk) => desk.config);
  const group = (
    name: string,
    kind: 'popup' | 'send' | 'flow',
    list: readonly { readonly id: string; readonly name: string }[],
  ) => ({
    group: name,
    items: list.map((item) => ({ value: `${kind}:${item.id}`, label: item.name })),
  });
  const sendsForAll =
    rule.which.agent === 'any' && rule.actions.some(({ do: kind }) => kind !== 'popup');
  return (
    <Fieldset legend={t('rules.actions')}>
      <Stack gap="sm">
        <MultiSelect
          label={t('rules.doThis')}
          required
          searchable
          hidePickedOptions
          nothingFoundMessage={t('rules.nothingFound')}
          data={[
            group(t('nav.popups'), 'popup', config.popups),
            group(t('nav.webhooks'), 'send', config.webhooks),
            group(t('nav.flows'), 'flow', config.flows),
          ].filter(({ items }) => items.length > 0)}
          {...form.getInputProps('rule.actions')}
          value={rule.actions.map(actionKey)}
          onChange={(keys) =>
            form.setFieldValue(
              'rule.actions',
              keys.flatMap((key) => actionOf(key) ?? []),
            )
          }
        />
        <CreateInPlace onCreated={(action) => form.insertListItem('rule.actions', action)} />
        {sendsForAll && (
          <Alert color="yellow" variant="light">
            {t('rules.everyDeskSends')}
          </Alert>
        )}
      </Stack>
    </Fieldset>
  );
}
