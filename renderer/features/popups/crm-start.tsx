import { Button, Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  crmNames,
  crmUrl,
  pagesOfCrm,
  presetOfCrm,
  type CrmName,
  type CrmPage,
} from '../../../shared/popup-url/crm-presets.ts';
import { useText } from '../../i18n/use-text.ts';
import type { PopupForm } from './popup-form.ts';

/** The way to a URL for those who know their CRM, and not how its pages are addressed. */
export function CrmStart({ form }: { form: PopupForm }) {
  const t = useText();
  const [crm, setCrm] = useState<CrmName>();
  return (
    <Stack gap="xs">
      <Select
        label={t('popupForm.crm')}
        placeholder={t('popupForm.crmChoose')}
        maw={360}
        clearable
        data={crmNames.map((name) => ({ value: name, label: presetOfCrm(name).label }))}
        value={crm ?? null}
        onChange={(choice) => setCrm(crmNames.find((name) => name === choice))}
      />
      {crm !== undefined && (
        <CrmSite key={crm} crm={crm} form={form} onUsed={() => setCrm(undefined)} />
      )}
    </Stack>
  );
}

interface CrmSiteProps {
  readonly crm: CrmName;
  readonly form: PopupForm;
  readonly onUsed: () => void;
}

/** Where the CRM is, and which of its pages. */
function CrmSite({ crm, form, onUsed }: CrmSiteProps) {
  const t = useText();
  const { label, example } = presetOfCrm(crm);
  const pages = pagesOfCrm(crm);
  const [page, setPage] = useState<CrmPage>(pages[0] ?? 'record');
  const [site, setSite] = useState('');
  const [isWrong, setWrong] = useState(false);
  const use = (): void => {
    const url = crmUrl(crm, page, site);
    setWrong(url === undefined);
    if (url === undefined) return;
    const { popup } = form.getValues();
    // Without its ID a record's page is another page.
    const whenEmpty = page === 'record' ? 'skip' : popup.whenEmpty;
    form.clearFieldError('popup.url');
    form.setFieldValue('popup', { ...popup, url, whenEmpty });
    onUsed();
  };
  return (
    <Stack gap="xs">
      {pages.length > 1 && (
        <SegmentedControl
          w="fit-content"
          aria-label={t('popupForm.crmPage')}
          data={pages.map((value) => ({ value, label: t(`popupForm.crmPages.${value}`) }))}
          value={page}
          onChange={(choice) => setPage(pages.find((one) => one === choice) ?? page)}
        />
      )}
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          flex={1}
          label={t('popupForm.crmSite', { crm: label })}
          placeholder={example}
          value={site}
          error={isWrong && t('popupForm.crmWrong', { crm: label, example })}
          onChange={(event) => {
            setSite(event.currentTarget.value);
            setWrong(false);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // The form would be saved.
            event.preventDefault();
            use();
          }}
        />
        <Button variant="light" mb={isWrong ? 22 : 0} disabled={site.trim() === ''} onClick={use}>
          {t('popupForm.crmUse')}
        </Button>
      </Group>
      {page === 'record' && (
        <Text size="xs" c="dimmed">
          {t('popupForm.crmRecordHint', { field: t('callField.contactCrmId.label') })}
        </Text>
      )}
    </Stack>
  );
}
