import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Flow, RuleAction } from '../../../shared/model/flow.ts';
import type { Popup } from '../../../shared/model/popup.ts';
import type { Webhook } from '../../../shared/model/webhook.ts';
import { FlowEditor } from '../flows/flow-editor.tsx';
import { newFlow } from '../flows/flow-draft.ts';
import { PopupEditor } from '../popups/popup-editor.tsx';
import { newPopup } from '../popups/popup-draft.ts';
import { WebhookEditor } from '../webhooks/webhook-editor.tsx';
import { newWebhook } from '../webhooks/webhook-draft.ts';
import { useText } from '../../i18n/use-text.ts';

type Created =
  | { readonly kind: 'popup'; readonly item: Popup }
  | { readonly kind: 'webhook'; readonly item: Webhook }
  | { readonly kind: 'flow'; readonly item: Flow };

/** Makes a popup, webhook or flow for the rule that is being edited, and chooses it. */
export function CreateInPlace({ onCreated }: { onCreated: (action: RuleAction) => void }) {
  const t = useText();
  const [created, setCreated] = useState<Created | undefined>();
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="xs" variant="light" w="fit-content" leftSection={<IconPlus size={14} />}>
            {t('rules.create')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setCreated({ kind: 'popup', item: newPopup() })}>
            {t('popups.add')}
          </Menu.Item>
          <Menu.Item onClick={() => setCreated({ kind: 'webhook', item: newWebhook('blank') })}>
            {t('webhooks.add')}
          </Menu.Item>
          <Menu.Item onClick={() => setCreated({ kind: 'flow', item: newFlow() })}>
            {t('flows.add')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {created !== undefined && (
        <Editor
          created={created}
          onSaved={() => onCreated(actionFor(created))}
          onClose={() => setCreated(undefined)}
        />
      )}
    </>
  );
}

interface EditorProps {
  readonly created: Created;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

function Editor({ created, ...rest }: EditorProps) {
  switch (created.kind) {
    case 'popup':
      return <PopupEditor popup={created.item} isNew withRule={false} {...rest} />;
    case 'webhook':
      return <WebhookEditor webhook={created.item} isNew withRule={false} {...rest} />;
    case 'flow':
      return <FlowEditor flow={created.item} isNew {...rest} />;
  }
}

function actionFor({ kind, item }: Created): RuleAction {
  switch (kind) {
    case 'popup':
      return { do: 'popup', popup: item.id };
    case 'webhook':
      return { do: 'send', webhook: item.id };
    case 'flow':
      return { do: 'flow', flow: item.id };
  }
}
