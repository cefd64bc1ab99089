import { Button, Code, Group, Modal, Stack, Stepper, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { Template } from '../../../shared/model/template.ts';
import { originOf } from '../../../shared/model/definition.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useCommand } from '../../api/use-command.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { RequestPreview } from '../../ui/request-preview.tsx';
import { emptyWizard, fieldsOf, ruleOfWizard, templateOf, webhookOf } from './wizard-draft.ts';
import { WizardAdvanced } from './wizard-advanced.tsx';
import { WizardDetails, WizardMapping } from './wizard-steps.tsx';
import { useText } from '../../i18n/use-text.ts';

/** AutoID's way to a webhook: details, field mapping, advanced settings, summary. */
export function TemplateWizard({ onClose }: { onClose: () => void }) {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const command = useCommand();
  const form = useForm({ initialValues: emptyWizard });
  const draft = form.values;
  const [step, setStep] = useState(0);
  const [ids] = useState(() => ({
    webhook: `webhook-${crypto.randomUUID()}`,
    template: `template-${crypto.randomUUID()}`,
  }));
  const existing = config.templates.find(({ id }) => id === draft.templateId);
  const isNew = draft.way === 'create';
  // An existing template is mapped already.
  const steps = isNew
    ? (['details', 'mapping', 'advanced', 'summary'] as const)
    : (['details', 'advanced', 'summary'] as const);
  const current = steps[step] ?? 'details';
  const fields = fieldsOf(draft);
  const made = isNew ? templateOf(draft, ids.template) : undefined;
  const template: Template | undefined = isNew ? (made?.ok ? made.value : undefined) : existing;
  const isReady =
    draft.name.trim() !== '' &&
    originOf(draft.url) !== undefined &&
    (isNew ? draft.templateName.trim() !== '' && fields.ok : existing !== undefined) &&
    draft.successCodes.length > 0;
  const finish = async (): Promise<void> => {
    if (template === undefined) return;
    const saved =
      !isNew || (await command.run(() => calls()['template.save']({ template, expected: 'any' })));
    if (!saved) return;
    const webhook = webhookOf(draft, ids.webhook, template);
    const rules = [ruleOfWizard(draft, ids.webhook)];
    if (await command.run(() => calls()['webhook.save']({ webhook, rules, expected: 'new' }))) {
      onClose();
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('wizard.title')}
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
          <Stack gap="sm">
            <Text>
              {draft.method} {draft.url}
            </Text>
            <Text size="sm" c="dimmed">
              {t(`wizard.${draft.moment}`)} · {template.name} · {draft.successCodes.join(', ')}
            </Text>
            <Code block style={{ whiteSpace: 'pre-wrap' }}>
              {template.text}
            </Code>
            <RequestPreview
              of={JSON.stringify([template.format, template.text])}
              title={t('wizard.sends')}
              load={async (call) => {
                const reply = await calls()['template.preview']({
                  template,
                  call,
                });
                return reply.ok ? { ok: true, value: reply.value.body } : reply;
              }}
            />
          </Stack>
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
            <Button disabled={!isReady} onClick={() => setStep(step + 1)}>
              {t('wizard.next')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
