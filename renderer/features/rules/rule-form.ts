import type { Input } from '../../../shared/contract/contract.ts';
import type { Form } from '../../forms/use-command-form.ts';

export type RuleValues = Omit<Input<'rule.save'>, 'expected'>;
export type RuleForm = Form<RuleValues>;
