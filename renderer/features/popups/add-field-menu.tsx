import { Button, Popover } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import {
  callCenterStudioFields,
  callFieldCatalogue,
  type CallFieldName,
} from '../../../shared/model/call-fields.ts';
import type { Parameter } from '../../../shared/model/popup.ts';
import { hasWords } from '../../../shared/text/fold-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { ownEscape, SearchedRow, SearchedRows } from '../../ui/searched-rows.tsx';
import classes from './add-field-menu.module.css';
import { parameterFor, unusedFields, withAllFields } from './popup-draft.ts';
import type { PopupForm } from './popup-form.ts';

interface AddFieldMenuProps {
  readonly form: PopupForm;
  /** Before a parameter joins the list, at its end. */
  readonly onAdded: () => void;
}

/** The fields that no parameter carries yet, each with its example. */
export function AddFieldMenu({ form, onAdded }: AddFieldMenuProps) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  const { popup } = form.values;
  const add = (parameter: Parameter): void => {
    setOpened(false);
    onAdded();
    form.insertListItem('popup.parameters', parameter);
  };
  const addAll = (): void => {
    setOpened(false);
    form.setFieldValue('popup', withAllFields(popup));
  };
  return (
    <Popover
      opened={opened}
      onChange={(isOpen) => {
        setOpened(isOpen);
        // A field that was chosen takes the cursor to its name instead.
        if (!isOpen) target.current?.focus();
      }}
      position="bottom-start"
      width={380}
      trapFocus
    >
      <Popover.Target>
        <Button
          ref={target}
          variant="light"
          size="xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => setOpened(!opened)}
        >
          {t('popupForm.addField')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('popupForm.addField')}>
        <FieldChooser
          fields={unusedFields(popup)}
          onChoose={(field) => add(parameterFor(popup, field))}
          onOther={() => add({ name: '', field: '' })}
          onAll={addAll}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

interface FieldChooserProps {
  readonly fields: readonly CallFieldName[];
  readonly onChoose: (field: CallFieldName) => void;
  readonly onOther: () => void;
  readonly onAll: () => void;
}

function FieldChooser({ fields, onChoose, onOther, onAll }: FieldChooserProps) {
  const t = useText();
  const usual = fields.filter((field) => callCenterStudioFields.includes(field)).length;
  return (
    <>
      <SearchedRows title={t('popupForm.addField')} label={t('popupForm.searchFields')}>
        {(words) => {
          const found = fields.filter((field) =>
            hasWords(`${t(`callField.${field}.label`)} ${field}`, words),
          );
          return found.length === 0
            ? null
            : found.map((field) => (
                <SearchedRow
                  key={field}
                  label={t(`callField.${field}.label`)}
                  example={callFieldCatalogue[field].example}
                  onChoose={() => onChoose(field)}
                />
              ));
        }}
      </SearchedRows>
      <div className={classes['rest']}>
        <Button variant="subtle" size="compact-sm" onClick={onOther} {...ownEscape}>
          {t('popupForm.otherField')}
        </Button>
        {usual > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={onAll} {...ownEscape}>
            {t('popupForm.addAll', { count: usual })}
          </Button>
        )}
      </div>
    </>
  );
}
