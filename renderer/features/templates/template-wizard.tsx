import { Button, Group, Modal, Stack, Stepper } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { Template } from '../../../shared/model/template.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { showSaved } from '../../api/show-saved.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import {
  emptyWizard,
  isComplete,
  ruleOfWizard,
  templateOf,
  webhookOf,
  type WizardDraft,
} from './wizard-draft.ts';
import { WizardAdvanced } from './wizard-advanced.tsx';
import { WizardMapping } from './wizard-mapping.tsx';
import { WizardDetails } from './wizard-steps.tsx';
import { WizardSummary } from './wizard-summary.tsx';
import { useText } from '../../i18n/use-text.ts';

interface TemplateWizardProps {
  readonly way: WizardDraft['way'];
  readonly onClose: () => void;
}

/** AutoID's two ways to a webhook: details, with a new template field mapping, advanced settings, summary. */
export function TemplateWizard({ way, onClose }: TemplateWizardProps) {
  const t = useText();
  const form = useForm({ initialValues: { ...emptyWizard, way } });
  const draft = form.values;
  const [step, setStep] = useState(0);
  const { template, command, finish } = useWizard(draft, onClose);
  // An existing template is mapped already.
  const steps =
    draft.way === 'create'
      ? (['details', 'mapping', 'advanced', 'summary'] as const)
      : (['details', 'advanced', 'summary'] as const);
  const current = steps[step] ?? 'details';
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t(`wizard.titles.${way}`)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <Stepper active={step} size="sm" allowNextStepsSelect={false} onStepClick={setStep}>
          {steps.map((name) => (
            <Stepper.Step key={name} label={t(`wizard.${name}`)} />
          ))}
        </Stepper>
        {current === 'details' && <WizardDetails form={form} />}
        {current === 'mapping' && <WizardMapping form={form} />}
        {current === 'advanced' && <WizardAdvanced form={form} />}
        {current === 'summary' && template !== undefined && (
          <WizardSummary draft={draft} template={template} />
        )}
        <ProblemList problems={command.problems} />
        <Group justify="space-between">
          <Button variant="default" disabled={step === 0} onClick={() => setStep(step - 1)}>
            {t('wizard.back')}
          </Button>
          {current === 'summary' ? (
            <Button loading={command.busy} onClick={() => void finish()}>
              {t('wizard.finish')}
            </Button>
          ) : (
            <Button
              disabled={template === undefined || !isComplete(draft)}
              onClick={() => setStep(step + 1)}
            >
              {t('wizard.next')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

/** The template that a draft makes or names, and the way to save all of it. */
function useWizard(draft: WizardDraft, onSaved: () => void) {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const command = useCommand();
  const [ids] = useState(() => ({
    webhook: `webhook-${crypto.randomUUID()}`,
    template: `template-${crypto.randomUUID()}`,
  }));
  const isNew = draft.way === 'create';
  const made = isNew ? templateOf(draft, ids.template) : undefined;
  const template: Template | undefined = isNew
    ? made?.ok === true
      ? made.value
      : undefined
    : config.templates.find(({ id }) => id === draft.templateId);
  const finish = async (): Promise<void> => {
    if (template === undefined) return;
    const saved =
      !isNew || (await command.run(() => calls()['template.save']({ template, expected: 'any' })));
    if (!saved) return;
    const webhook = webhookOf(draft, ids.webhook, template);
    const rules = [ruleOfWizard(draft, ids.webhook)];
    if (await command.run(() => calls()['webhook.save']({ webhook, rules, expected: 'new' }))) {
      showSaved('webhooks', webhook.name, t);
      onSaved();
    }
  };
  return { template, command, finish };
}
