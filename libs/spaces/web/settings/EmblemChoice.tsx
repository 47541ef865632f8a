import { useTexts } from '#platform/web';
import { SpaceEmblem, spaceColourNames, spaceEmblemNames, VisuallyHidden, type SpaceColour, type SpaceEmblemName } from '#ui/web';
import { spacesTexts } from '../spaces-texts.js';
import classes from './settings.module.css';

interface Binding<Value> {
  readonly name: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

interface EmblemChoiceProps {
  readonly colour: Binding<SpaceColour>;
  readonly emblem: Binding<SpaceEmblemName>;
}

/** Colour and sign of a space, each named for those who do not see it. */
export function EmblemChoice({ colour, emblem }: EmblemChoiceProps) {
  const t = useTexts(spacesTexts);
  return (
    <>
      <fieldset className={classes.emblems}>
        <legend>{t('general.colour')}</legend>
        {spaceColourNames.map((name) => (
          <label key={name} title={t(`colour.${name}`)}>
            <input type="radio" name={colour.name} value={name} checked={name === colour.value} onChange={() => colour.onChange(name)} />
            <SpaceEmblem colour={name} emblem={emblem.value} size={36} />
            <VisuallyHidden>{t(`colour.${name}`)}</VisuallyHidden>
          </label>
        ))}
      </fieldset>
      <fieldset className={classes.emblems}>
        <legend>{t('general.emblem')}</legend>
        {spaceEmblemNames.map((name) => (
          <label key={name} title={t(`emblem.${name}`)}>
            <input type="radio" name={emblem.name} value={name} checked={name === emblem.value} onChange={() => emblem.onChange(name)} />
            <SpaceEmblem colour={colour.value} emblem={name} size={36} />
            <VisuallyHidden>{t(`emblem.${name}`)}</VisuallyHidden>
          </label>
        ))}
      </fieldset>
    </>
  );
}
