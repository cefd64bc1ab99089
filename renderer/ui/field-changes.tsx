import type { FieldChange } from '../../shared/config/field-changes.ts';
import { useText } from '../i18n/use-text.ts';
import classes from './field-changes.module.css';

/** Each field with its old and new value. Keys and tokens are not shown. */
export function FieldChanges({ changes }: { changes: readonly FieldChange[] }) {
  const t = useText();
  return (
    <ul className={classes['changes']}>
      {changes.map((change) => (
        <li key={change.field}>
          <code className={classes['field']}>{change.field}</code>{' '}
          {change.isSecret ? (
            t('transfer.keyChanged')
          ) : (
            <>
              <Value text={change.before} isOld />
              <span aria-hidden> → </span>
              <Value text={change.after} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Value({ text, isOld = false }: { text: string | undefined; isOld?: boolean }) {
  const t = useText();
  if (text === undefined || text === '') {
    return (
      <span className={classes['unset']}>
        {text === '' ? t('transfer.empty') : t('transfer.notSet')}
      </span>
    );
  }
  return isOld ? <del>{text}</del> : <ins>{text}</ins>;
}
