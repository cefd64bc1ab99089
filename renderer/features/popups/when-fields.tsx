import { Group, Switch } from '@mantine/core';
import { QueuesField } from '../../ui/call-filter-field.tsx';
import { AgentChoice } from '../../ui/agent-choice.tsx';
import { changeWhen } from '../../ui/usual-agent.ts';
import { useSystems, WhenField } from '../../ui/when-field.tsx';
import { FormSection } from '../../ui/form-section.tsx';
import { sectionId } from './popup-sections.ts';
import { useText } from '../../i18n/use-text.ts';
import type { PopupForm } from './popup-form.ts';

/** When and for which calls: the popup's rule. */
export function WhenFields({ form }: { form: PopupForm }) {
  const t = useText();
  const [rule] = form.values.rules;
  const systems = useSystems();
  return (
    <FormSection id={sectionId('when')} title={t('popupForm.when')}>
      <Group grow align="flex-start">
        <WhenField
          label={t('popupForm.stage')}
          {...form.getInputProps('rules.0.when')}
          onChange={(when) => {
            if (rule !== undefined) changeWhen(form, 'rules.0', rule, when, systems);
          }}
        />
        <QueuesField
          form={form}
          at="rules.0.which.queues"
          label={t('popupForm.queues')}
          hint={t('popupForm.queuesHint')}
        />
      </Group>
      {rule !== undefined && (
        <AgentChoice form={form} at="rules.0.which" agent={rule.which.agent} when={rule.when} />
      )}
      <Switch
        label={t('popupForm.internal')}
        {...form.getInputProps('rules.0.which.internal', { type: 'checkbox' })}
      />
    </FormSection>
  );
}
