import { CodePanel } from './code-panel.tsx';
import classes from './code-panel.module.css';
import { urlPieces } from './url-pieces.ts';

interface UrlPanelProps {
  readonly title: string;
  readonly url: string;
  readonly testId: string;
}

/** A URL with its parameters below each other, names and values in their colours. */
export function UrlPanel({ title, url, testId }: UrlPanelProps) {
  const { page, pairs, fragment } = urlPieces(url);
  return (
    <CodePanel title={title} text={url} testId={testId} height={260} wraps>
      <span>{page}</span>
      {pairs.map(({ mark, name, value }, index) => (
        <span key={index} className={classes['pair']}>
          <span className={classes['quiet']}>{mark}</span>
          <span className={classes['name']}>{name}</span>
          {value !== undefined && <span className={classes['quiet']}>=</span>}
          <span className={classes['value']}>{value}</span>
        </span>
      ))}
      <span className={classes['quiet']}>{fragment}</span>
    </CodePanel>
  );
}
