import { popupProcedures } from '../../../shared/contract/popups.ts';
import type { Popup } from '../../../shared/model/popup.ts';
import { calls } from '../../api/bridge.ts';
import { useDesk } from '../../api/desk-context.tsx';
import { useEditorForm } from '../../forms/use-editor-form.ts';
import { EditorDrawer } from '../../ui/editor-drawer.tsx';
import { SectionNav } from '../../ui/section-nav.tsx';
import { BasicFields } from './basic-fields.tsx';
import { EncryptionFields } from './encryption-fields.tsx';
import { ParameterFields } from './parameter-fields.tsx';
import { PopupAside } from './popup-aside.tsx';
import { popupToSave, valuesOf } from './popup-form.ts';
import { popupSections, sectionId } from './popup-sections.ts';
import { SignInFields } from './sign-in-fields.tsx';
import { SignatureFields } from './signature-fields.tsx';
import { usePopupPreview } from './use-popup-preview.ts';
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
  const draft = form.values.popup;
  const preview = usePopupPreview(draft);
  const values = new Map(preview.reply?.ok === true ? preview.reply.value.parameters : []);
  const sections = popupSections.filter((section) => withRule || section !== 'when');
  const nav = (
    <SectionNav
      label={t('popupForm.sections')}
      sections={sections.map((section) => ({
        id: sectionId(section),
        label: t(`popupForm.${section}`),
      }))}
    />
  );
  return (
    <EditorDrawer
      title={isNew ? t('popupForm.addTitle') : t('popupForm.editTitle')}
      editor={editor}
      unsavedText={t('popupForm.unsavedText')}
      onClose={onClose}
      panes={{ nav, aside: <PopupAside draft={draft} preview={preview} /> }}
    >
      <BasicFields form={form} />
      {withRule && <WhenFields form={form} />}
      <ParameterFields form={form} values={values} />
      <EncryptionFields form={form} />
      <SignatureFields form={form} stored={popup} />
      <WindowFields form={form} />
      <SignInFields form={form} />
    </EditorDrawer>
  );
}
