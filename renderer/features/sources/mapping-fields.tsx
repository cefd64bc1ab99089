import { Select, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { mappingRecipes, type MappingRecipe } from '../../../shared/dialects/mapping-recipes.ts';
import { useText } from '../../i18n/use-text.ts';
import { fieldWidth } from './field-width.ts';
import classes from './mapping-bench.module.css';
import { MappingResult } from './mapping-result.tsx';
import { SampleFields } from './sample-fields.tsx';
import { withRecipe } from './source-draft.ts';
import type { SourceForm } from './source-form.ts';

interface MappingFieldsProps {
  readonly form: SourceForm;
  /** The connection's fields were filled in too: those that keep a text of their own start anew. */
  readonly onRecipe: () => void;
}

/** A sample payload, the expression, and what the one makes of the other, side by side where there is room. */
export function MappingFields({ form, onRecipe }: MappingFieldsProps) {
  const t = useText();
  const [sample, setSample] = useState('');
  const [topic, setTopic] = useState('');
  const { source } = form.values;
  const hasTopics = source.transport.type !== 'websocket';
  const start = (recipe: MappingRecipe): void => {
    setSample(JSON.stringify(recipe.sample, null, 2));
    form.setFieldValue('source', withRecipe(source, recipe));
    onRecipe();
  };
  return (
    <Stack gap="sm">
      <RecipeField onChoose={start} />
      <div className={classes['bench']}>
        <SampleFields
          sourceId={source.id}
          sample={sample}
          onSample={setSample}
          {...(hasTopics && { topic, onTopic: setTopic })}
        />
        <Textarea
          label={t('sources.mapping')}
          description={t('sources.mappingHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          spellCheck={false}
          classNames={{ input: `${classes['area']} ${classes['code']}` }}
          {...form.getInputProps('source.feed.mapping', { empty: '' })}
        />
        <MappingResult feed={source.feed} sample={sample} topic={hasTopics ? topic : ''} />
      </div>
    </Stack>
  );
}

function RecipeField({ onChoose }: { onChoose: (recipe: MappingRecipe) => void }) {
  const t = useText();
  return (
    <Select
      maw={fieldWidth}
      label={t('sources.recipe')}
      description={t('sources.recipeHint')}
      data={mappingRecipes.map(({ name, label }) => ({ value: name, label }))}
      value={null}
      onChange={(name) => {
        const recipe = mappingRecipes.find((one) => one.name === name);
        if (recipe !== undefined) onChoose(recipe);
      }}
    />
  );
}
