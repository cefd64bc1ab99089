import { popupProcedures } from '../../../shared/contract/popups.ts';
import type { Popup } from '../../../shared/model/popup.ts';
import { fromVicidial } from '../../../shared/popup-url/vicidial-tokens.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { HeadFields } from '../../forms/head-fields.tsx';
import { useEditorForm } from '../../forms/use-editor-form.ts';
import { EditorDrawer } from '../../ui/editor-drawer.tsx';
import { TokenField } from '../../ui/token-field.tsx';
import { CallDataFields } from './call-data-fields.tsx';
import { EncryptionFields } from './encryption-fields.tsx';
import { ExtraParameters } from './extra-parameters.tsx';
import { popupToSave, valuesOf } from './popup-form.ts';
import { PopupPreview } from './popup-preview.tsx';
import { SignInFields } from './sign-in-fields.tsx';
import { SignatureFields } from './signature-fields.tsx';
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

/** The form of one popup, with the rule that opens it. */
export function PopupEditor(props: PopupEditorProps) {
  const { popup, isNew, withRule = true, onSaved, onClose } = props;
  const t = useText();
  const config = useDesk((desk) => desk.config);
  const editor = useEditorForm({
    part: 'popups',
    id: popup.id,
    values: () => valuesOf(popup, config.rules, withRule),
    schema: popupProcedures['popup.save'].input,
    toInput: popupToSave,
    send: calls()['popup.save'],
    nameOf: ({ popup }) => popup.name,
    onSaved() {
      onSaved?.();
      onClose();
    },
  });
  const { form } = editor;
  return (
    <EditorDrawer
      title={isNew ? t('popupForm.addTitle') : t('popupForm.editTitle')}
      editor={editor}
      unsavedText={t('popupForm.unsavedText')}
      onClose={onClose}
      footer={<PopupPreview draft={form.values.popup} />}
    >
      <HeadFields form={form} of="popup" />
      <TokenField
        label={t('popupForm.url')}
        description={t('popupForm.urlHint')}
        placeholder="https://crm.example.com/call"
        required
        {...form.getInputProps('popup.url')}
        onChange={(text) => form.setFieldValue('popup.url', fromVicidial(text))}
      />
      {withRule && <WhenFields form={form} />}
      <CallDataFields form={form} />
      <ExtraParameters form={form} />
      <EncryptionFields form={form} />
      <SignatureFields form={form} stored={popup} />
      <WindowFields form={form} />
      <SignInFields form={form} />
    </EditorDrawer>
  );
}
