import { SegmentedControl, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Rule } from '../../../shared/model/rule.ts';
import { webhookMethods, type Webhook, type WebhookInput } from '../../../shared/model/webhook.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useEditor } from '../../api/use-editor.ts';
import { EditorDrawer } from '../../ui/editor-drawer.tsx';
import { RequestPreview } from '../../ui/request-preview.tsx';
import { TokenField } from '../../ui/token-field.tsx';
import { AnswerFields, SigningFields } from './answer-fields.tsx';
import { BodyFields } from './body-fields.tsx';
import { HeaderFields } from './header-fields.tsx';
import { ruleOfWebhook, newRuleFor, stageOfTrigger } from './webhook-draft.ts';
import { WebhookWhen } from './webhook-when.tsx';
import { useText } from '../../i18n/use-text.ts';

interface WebhookEditorProps {
  readonly webhook: Webhook;
  readonly isNew: boolean;
  /** False where a rule is being made that will send it: it needs none of its own. */
  readonly withRule?: boolean;
  /** Before it closes, where it was saved. */
  readonly onSaved?: (() => void) | undefined;
  readonly onClose: () => void;
}

interface Draft {
  readonly webhook: WebhookInput;
  readonly rule: Rule | undefined;
}

/** The form of one webhook, with the rule that sends it. */
export function WebhookEditor(props: WebhookEditorProps) {
  const { webhook, isNew, withRule = true, onSaved, onClose } = props;
  const t = useText();
  const config = useDesk((desk) => desk.config);
  // A rule that is turned off does not send: saving must not turn it on.
  const [own] = useState(() => ruleOfWebhook(webhook.id, config.rules));
  const [initial] = useState<Draft>(() => ({
    webhook,
    rule: own?.enabled === true ? own : isNew && withRule ? newRuleFor(webhook) : undefined,
  }));
  const editor = useEditor<Draft>(initial, 'webhooks', webhook.id);
  const { draft, setDraft, command } = editor;
  const set = (patch: Partial<WebhookInput>): void =>
    setDraft({ ...draft, webhook: { ...draft.webhook, ...patch } });
  const problemAt = (path: string) => command.problemAt(`webhook.${path}`);
  const save = async (): Promise<void> => {
    const rules = rulesToSave(draft, own);
    const saved = await editor.save((expected) =>
      calls()['webhook.save']({ webhook: draft.webhook, rules, expected }),
    );
    if (!saved) return;
    onSaved?.();
    onClose();
  };
  const fields = {
    draft: draft.webhook,
    stored: webhook,
    problemAt,
    onChange(changed: WebhookInput) {
      const stage = stageOfTrigger(changed.body);
      const rule = draft.rule && stage ? { ...draft.rule, when: { stage } } : draft.rule;
      setDraft({ webhook: changed, rule });
    },
  };
  return (
    <EditorDrawer
      title={isNew ? t('webhooks.addTitle') : t('webhooks.editTitle')}
      changed={editor.changed}
      unsavedText={t('definitions.unsaved')}
      command={command}
      onSave={save}
      onClose={onClose}
      footer={
        <RequestPreview
          of={JSON.stringify(draft.webhook)}
          title={t('webhooks.previewTitle')}
          load={async (call) => {
            const reply = await calls()['webhook.preview']({
              webhook: { ...draft.webhook, name: draft.webhook.name || '-' },
              call,
            });
            return reply.ok ? { ok: true, value: reply.value.curl } : reply;
          }}
        />
      }
    >
      <TextInput
        label={t('webhooks.name')}
        required
        data-autofocus
        value={draft.webhook.name}
        error={problemAt('name')}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Textarea
        label={t('webhooks.description')}
        autosize
        value={draft.webhook.description ?? ''}
        error={problemAt('description')}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      <TokenField
        label={t('webhooks.url')}
        description={t('webhooks.urlHint')}
        placeholder="https://api.example.com/calls"
        required
        value={draft.webhook.url}
        error={problemAt('url')}
        onChange={(url) => set({ url })}
      />
      <Stack gap={4}>
        <Text size="sm" fw={500}>
          {t('webhooks.method')}
        </Text>
        <SegmentedControl
          w="fit-content"
          aria-label={t('webhooks.method')}
          data={[...webhookMethods]}
          value={draft.webhook.method}
          onChange={(value) => {
            const method = webhookMethods.find((one) => one === value);
            if (method !== undefined) set({ method });
          }}
        />
      </Stack>
      <TextInput
        label={t('webhooks.group')}
        description={t('webhooks.groupHint')}
        value={draft.webhook.group}
        error={problemAt('group')}
        onChange={(event) => set({ group: event.currentTarget.value })}
      />
      <Switch
        label={t('webhooks.enabled')}
        checked={draft.webhook.enabled}
        onChange={(event) => set({ enabled: event.currentTarget.checked })}
      />
      {withRule && (
        <WebhookWhen
          webhook={draft.webhook}
          rule={draft.rule}
          newRule={() => own ?? newRuleFor(webhook)}
          onChange={(changed, rule) => setDraft({ webhook: changed, rule })}
        />
      )}
      <BodyFields {...fields} />
      <HeaderFields {...fields} />
      <AnswerFields {...fields} />
      <SigningFields {...fields} />
    </EditorDrawer>
  );
}

/** The rule under the webhook's name; switched off where the webhook is to be sent by others only. */
function rulesToSave({ webhook, rule }: Draft, own: Rule | undefined): Rule[] {
  if (rule !== undefined) {
    return [{ ...rule, enabled: true, name: rule.name === '-' ? webhook.name : rule.name }];
  }
  return own?.enabled === true ? [{ ...own, enabled: false }] : [];
}
