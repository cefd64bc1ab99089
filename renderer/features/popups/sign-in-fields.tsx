import { TagsInput, TextInput } from '@mantine/core';
import { FormSection } from '../../ui/form-section.tsx';
import { sectionId } from './popup-sections.ts';
import { useText } from '../../i18n/use-text.ts';
import type { PopupForm } from './popup-form.ts';

/** Where agents sign in to the CRM, and where that may lead. */
export function SignInFields({ form }: { form: PopupForm }) {
  const t = useText();
  return (
    <FormSection id={sectionId('signIn')} title={t('popupForm.signIn')}>
      <TextInput
        label={t('popupForm.signInUrl')}
        description={t('popupForm.signInUrlHint')}
        {...form.getInputProps('popup.signIn.url', { empty: '' })}
      />
      <TagsInput
        label={t('popupForm.signInOrigins')}
        description={t('popupForm.signInOriginsHint')}
        {...form.getInputProps('popup.signIn.origins')}
      />
      <TagsInput
        label={t('popupForm.loginPaths')}
        description={t('popupForm.loginPathsHint')}
        {...form.getInputProps('popup.signIn.loginPaths')}
      />
    </FormSection>
  );
}
