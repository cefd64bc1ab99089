import { Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Rule } from '../../../shared/model/rule.ts';
import type { Popup, PopupInput } from '../../../shared/model/popup.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useEditor } from '../../api/use-editor.ts';
import { EditorDrawer } from '../../ui/editor-drawer.tsx';
import { CallDataFields } from './call-data-fields.tsx';
import { EncryptionFields } from './encryption-fields.tsx';
import { ExtraParameters } from './extra-parameters.tsx';
import { ruleOf, newRule } from './popup-draft.ts';
import { PopupPreview } from './popup-preview.tsx';
import { SignInFields } from './sign-in-fields.tsx';
import { WhenFields } from './when-fields.tsx';
import { WindowFields } from './window-fields.tsx';
import { useText } from '../../i18n/use-text.ts';

interface PopupEditorProps {
  readonly popup: Popup;
  readonly isNew: boolean;
  /** False where a rule is being made that will open it: it needs none of its own. */
  readonly withRule?: boolean;
  /** Before it closes, where it was saved. */
  readonly onSaved?: (() => void) | undefined;
  readonly onClose: () => void;
}

interface Draft {
  readonly popup: PopupInput;
  readonly rule: Rule;
}

/** Gives the message at a field of the popup, where the last attempt to save found one. */
export type ProblemAt = (path: string) => string | undefined;

/** The form of one popup, with the rule that opens it. */
export function PopupEditor(props: PopupEditorProps) {
  const { popup, isNew, withRule = true, onSaved, onClose } = props;
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const [initial] = useState<Draft>(() => ({
    popup,
    rule: ruleOf(popup.id, config.rules) ?? newRule(popup.id),
  }));
  const editor = useEditor<Draft>(initial, 'popups', popup.id);
  const { command, setDraft } = editor;
  const { popup: draft, rule } = editor.draft;
  const setPopup = (changed: PopupInput): void => setDraft({ popup: changed, rule });
  const problemAt: ProblemAt = (path) =>
    command.problemAt(`popup.${path}`) ?? command.problemAt(path);
  const save = async (): Promise<void> => {
    const named = { ...rule, name: rule.name === '-' ? draft.name : rule.name };
    const rules = withRule ? [named] : [];
    const saved = await editor.save((expected) =>
      calls()['popup.save']({ popup: draft, rules, expected }),
    );
    if (!saved) return;
    onSaved?.();
    onClose();
  };
  const fields = { draft, onChange: setPopup, problemAt };
  return (
    <EditorDrawer
      title={isNew ? t('popupForm.addTitle') : t('popupForm.editTitle')}
      changed={editor.changed}
      unsavedText={t('popupForm.unsavedText')}
      command={command}
      onSave={save}
      onClose={onClose}
      footer={<PopupPreview draft={draft} />}
    >
      <TextInput
        label={t('popupForm.name')}
        required
        data-autofocus
        value={draft.name}
        error={problemAt('name')}
        onChange={(event) => setPopup({ ...draft, name: event.currentTarget.value })}
      />
      <TextInput
        label={t('popupForm.url')}
        description={t('popupForm.urlHint')}
        placeholder="https://crm.example.com/call"
        required
        value={draft.url}
        error={problemAt('url')}
        onChange={(event) => setPopup({ ...draft, url: event.currentTarget.value })}
      />
      <Switch
        label={t('popupForm.enabled')}
        checked={draft.enabled}
        onChange={(event) => setPopup({ ...draft, enabled: event.currentTarget.checked })}
      />
      {withRule && (
        <WhenFields rule={rule} onChange={(changed) => setDraft({ popup: draft, rule: changed })} />
      )}
      <CallDataFields draft={draft} onChange={setPopup} />
      <ExtraParameters {...fields} />
      <EncryptionFields {...fields} />
      <WindowFields {...fields} />
      <SignInFields {...fields} />
    </EditorDrawer>
  );
}
