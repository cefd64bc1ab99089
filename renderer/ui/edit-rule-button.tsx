import { Button } from '@mantine/core';
import { useDesk } from '../api/desk-context.tsx';
import { useWay } from '../api/place-context.tsx';
import { usePartRights } from '../api/use-part-rights.ts';
import { useText } from '../i18n/use-text.ts';

/** Leads to a rule in its editor, while it exists and may be edited. */
export function EditRuleButton({ id, name }: { id: string; name: string }) {
  const t = useText();
  const { go } = useWay();
  const { canEdit } = usePartRights('rules');
  const exists = useDesk((desk) => desk.config.rules.some((rule) => rule.id === id));
  if (!canEdit || !exists) return null;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      aria-label={t('trace.editRule', { rule: name })}
      onClick={() => go({ page: 'rules', definition: { part: 'rules', id, name } })}
    >
      {t('rules.editTitle')}
    </Button>
  );
}
