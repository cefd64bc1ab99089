import { Autocomplete, Group, Input, SegmentedControl, TagsInput } from '@mantine/core';
import { useState } from 'react';
import { webhookWarnings } from '../../../shared/config/secret-warnings.ts';
import { webhookProcedures } from '../../../shared/contract/webhooks.ts';
import { webhookMethods, type Webhook } from '../../../shared/model/webhook.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { HeadFields } from '../../forms/head-fields.tsx';
import { useEditorForm } from '../../forms/use-editor-form.ts';
import { EditorDrawer } from '../../ui/editor-drawer.tsx';
import { RequestPreview } from '../../ui/request-preview.tsx';
import { TokenField } from '../../ui/token-field.tsx';
import { WarningList } from '../../ui/warning-list.tsx';
import { knownGroups, knownTags } from '../templates/template-groups.ts';
import { AnswerFields } from './answer-fields.tsx';
import { BodyFields } from './body-fields.tsx';
import { HeaderFields } from './header-fields.tsx';
import { SigningFields } from './signing-fields.tsx';
import { newRuleFor, ruleOfWebhook } from './webhook-draft.ts';
import { valuesOf, webhookToSave, type WebhookForm } from './webhook-form.ts';
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

/** The form of one webhook, with the rule that sends it. */
export function WebhookEditor(props: WebhookEditorProps) {
  const { webhook, isNew, withRule = true, onSaved, onClose } = props;
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const [own] = useState(() => ruleOfWebhook(webhook.id, config.rules));
  const editor = useEditorForm({
    part: 'webhooks',
    id: webhook.id,
    values: () => valuesOf(webhook, own, isNew && withRule),
    schema: webhookProcedures['webhook.save'].input,
    toInput: (values) => webhookToSave(values, own),
    send: calls()['webhook.save'],
    nameOf: ({ webhook }) => webhook.name,
    onSaved() {
      onSaved?.();
      onClose();
    },
  });
  const { form } = editor;
  return (
    <EditorDrawer
      title={isNew ? t('webhooks.addTitle') : t('webhooks.editTitle')}
      editor={editor}
      unsavedText={t('definitions.unsaved')}
      onClose={onClose}
      footer={<WebhookPreview form={form} />}
    >
      <HeadFields form={form} of="webhook" described />
      <RequestFields form={form} />
      {withRule && <WebhookWhen form={form} newRule={() => own ?? newRuleFor(webhook)} />}
      <BodyFields form={form} />
      <HeaderFields form={form} stored={webhook} />
      <AnswerFields form={form} />
      <SigningFields form={form} stored={webhook} />
      <WarningList warnings={webhookWarnings(form.values.webhook)} />
    </EditorDrawer>
  );
}

function RequestFields({ form }: { form: WebhookForm }) {
  const t = useText();
  const config = useDesk((desk) => desk.config);
  return (
    <>
      <TokenField
        label={t('webhooks.url')}
        description={t('webhooks.urlHint')}
        placeholder="https://api.example.com/calls"
        required
        {...form.getInputProps('webhook.url')}
      />
      <Input.Wrapper label={t('webhooks.method')} labelElement="div">
        <div>
          <SegmentedControl
            w="fit-content"
            aria-label={t('webhooks.method')}
            data={[...webhookMethods]}
            {...form.getInputProps('webhook.method', { withError: false })}
          />
        </div>
      </Input.Wrapper>
      <Group grow align="flex-start">
        <Autocomplete
          label={t('webhooks.group')}
          description={t('webhooks.groupHint')}
          data={knownGroups(config)}
          {...form.getInputProps('webhook.group')}
        />
        <TagsInput
          label={t('webhooks.tags')}
          description={t('webhooks.tagsHint')}
          data={knownTags(config.webhooks)}
          {...form.getInputProps('webhook.tags', { empty: [] })}
        />
      </Group>
    </>
  );
}

/** The request as it would be sent, while it is typed. */
function WebhookPreview({ form }: { form: WebhookForm }) {
  const t = useText();
  const { webhook } = form.values;
  return (
    <RequestPreview
      of={JSON.stringify(webhook)}
      title={t('webhooks.previewTitle')}
      load={async (call) => {
        const reply = await calls()['webhook.preview']({
          webhook: { ...webhook, name: webhook.name || '-' },
          call,
        });
        return reply.ok ? { ok: true, value: reply.value.curl } : reply;
      }}
    />
  );
}
