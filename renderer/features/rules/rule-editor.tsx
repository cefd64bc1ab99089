import { Alert } from '@mantine/core';
import { useMemo } from 'react';
import { ruleProcedures } from '../../../shared/contract/rules.ts';
import type { Rule } from '../../../shared/model/rule.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { HeadFields } from '../../forms/head-fields.tsx';
import { useEditorForm } from '../../forms/use-editor-form.ts';
import { EditorDrawer } from '../../ui/editor-drawer.tsx';
import { changeWhen } from '../../ui/usual-agent.ts';
import { useSystems, WhenField } from '../../ui/when-field.tsx';
import { RuleActions } from './rule-actions.tsx';
import { RuleFilters } from './rule-filters.tsx';
import type { RuleValues } from './rule-form.ts';
import { ruleSentence, targetNames } from './rule-sentence.ts';
import { RuleTrialPanel } from './rule-trial.tsx';
import { useText } from '../../i18n/use-text.ts';

interface RuleEditorProps {
  readonly rule: Rule;
  readonly isNew: boolean;
  readonly onClose: () => void;
}

/** The form of one rule: when, for which calls, and what it does. */
export function RuleEditor({ rule, isNew, onClose }: RuleEditorProps) {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const systems = useSystems();
  const editor = useEditorForm({
    part: 'rules',
    id: rule.id,
    values: (): RuleValues => ({ rule }),
    schema: ruleProcedures['rule.save'].input,
    send: calls()['rule.save'],
    nameOf: ({ rule }) => rule.name,
    onSaved: onClose,
  });
  const { form } = editor;
  const names = useMemo(() => targetNames(config), [config]);
  const draft = form.values.rule;
  return (
    <EditorDrawer
      title={isNew ? t('rules.addTitle') : t('rules.editTitle')}
      editor={editor}
      canSave={draft.actions.length > 0}
      unsavedText={t('rules.unsavedText')}
      onClose={onClose}
      footer={
        <Alert variant="light" data-testid="rule-sentence" role="status">
          {ruleSentence(draft, names, t)}
        </Alert>
      }
    >
      <HeadFields form={form} of="rule" />
      <WhenField
        label={t('rules.stage')}
        {...form.getInputProps('rule.when')}
        onChange={(when) => changeWhen(form, 'rule', draft, when, systems)}
      />
      <RuleFilters form={form} />
      <RuleActions form={form} />
      <RuleTrialPanel draft={draft} />
    </EditorDrawer>
  );
}
