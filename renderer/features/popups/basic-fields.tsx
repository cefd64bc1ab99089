import { fromVicidial } from '../../../shared/popup-url/vicidial-tokens.ts';
import { HeadFields } from '../../forms/head-fields.tsx';
import { useText } from '../../i18n/use-text.ts';
import { FormSection } from '../../ui/form-section.tsx';
import { TokenField } from '../../ui/token-field.tsx';
import { CrmStart } from './crm-start.tsx';
import type { PopupForm } from './popup-form.ts';
import { sectionId } from './popup-sections.ts';

/** What it is called, whether it is on, and which page it opens. */
export function BasicFields({ form }: { form: PopupForm }) {
  const t = useText();
  return (
    <FormSection id={sectionId('basics')} title={t('popupForm.basics')}>
      <HeadFields form={form} of="popup" />
      <CrmStart form={form} />
      <TokenField
        label={t('popupForm.url')}
        description={t('popupForm.urlHint')}
        placeholder="https://crm.example.com/call"
        required
        {...form.getInputProps('popup.url')}
        onChange={(text) => form.setFieldValue('popup.url', fromVicidial(text))}
      />
    </FormSection>
  );
}
