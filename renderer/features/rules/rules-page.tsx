import { Button, Group, Stack, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Rule } from '../../../shared/model/rule.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useSought } from '../../api/place-context.tsx';
import { usePartRights } from '../../api/use-part-rights.ts';
import { useText } from '../../i18n/use-text.ts';
import { EmptyNote } from '../../ui/empty-note.tsx';
import { LockedNote } from '../../ui/locked-note.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { RuleList } from './rule-list.tsx';
import { RuleTrialPanel } from './rule-trial.tsx';

const newRule = (): Rule => ({
  id: `rule-${crypto.randomUUID()}`,
  name: '',
  enabled: true,
  when: { stage: 'ringing' },
  which: { agent: 'mine', internal: false },
  actions: [],
});

/** All rules, and the way to add, edit and test them. */
export function RulesPage() {
  const t = useText();
  const rules = useDesk((desk) => desk.config.rules);
  const { canCreate, canEdit } = usePartRights('rules');
  const [edited, setEdited] = useState(useSought('rules', rules, canEdit));
  return (
    <Stack maw={1400} mx="auto">
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('rules.title')}
        </Title>
        {canCreate && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited(newRule())}>
            {t('rules.add')}
          </Button>
        )}
      </Group>
      <LockedNote part="rules" />
      {rules.length === 0 ? (
        <EmptyNote text={t('rules.empty')} />
      ) : (
        <>
          <RuleList locked={!canEdit} onEdit={setEdited} />
          <RuleTrialPanel />
        </>
      )}
      {edited !== undefined && (
        <RuleEditor
          key={edited.id}
          rule={edited}
          isNew={!rules.some(({ id }) => id === edited.id)}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Stack>
  );
}
