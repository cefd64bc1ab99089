// @vitest-environment happy-dom
import { referenceTable } from '../../support/reference-table.ts';
import { formRows } from './rows/acefone-form.tsx';
import { quirkRows } from './rows/acefone-quirks.ts';
import { triggerRows } from './rows/acefone-trigger-rows.ts';

referenceTable('acefone', [...formRows, ...triggerRows, ...quirkRows]);
