import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { describeError, graphql, type ResultOf } from '#platform/web';

/** The settings as they are stored at this moment; by an address that may be a former one by now. */
const SettingsNow = graphql(`
  query SpaceSettingsNow($slug: String!) {
    space(slug: $slug) {
      id
      slug
      version
      name
      description
      colour
      emblem
      visibility
      limitedToRole
      gates
      questions
      answerDays
      askAgainDays
      publishers
    }
  }
`);

export type StoredSettings = ResultOf<typeof SettingsNow>['space'];

/** A part of the settings as it was at one version. */
export interface SeenSettings<Part> {
  readonly version: number;
  readonly part: Part;
}

interface SettingsSaveOptions<Part extends object> {
  readonly slug: string;
  /** What the form begins with. */
  readonly seen: SeenSettings<Part>;
  /** This form's part of the settings. */
  readonly partOf: (stored: StoredSettings) => Part;
}

export interface SettingsSave<Part extends object> {
  /** What somebody else has stored in this part meanwhile; undefined while nothing stands against what is typed. */
  readonly theirs: Part | undefined;
  /**
   * Saves against the version that was seen. Where somebody else has changed other parts of the settings it saves all the same.
   * @param send answers with what is stored afterwards.
   * @returns false where somebody else has changed this part: then nothing is saved, and `theirs` says what is stored.
   */
  readonly save: (send: (baseVersion: number) => Promise<SeenSettings<Part> | undefined>) => Promise<boolean>;
  /** The user has seen both versions; what is saved from now on replaces the stored one. */
  readonly settle: () => void;
}

/** One try more than the forms of this page can get in each other's way. */
const TRIES = 4;

/** Keeps a form's own look at the settings: what other people or other forms store does not change what it began from. */
export function useSettingsSave<Part extends object>({ slug, seen: first, partOf }: SettingsSaveOptions<Part>): SettingsSave<Part> {
  const client = useApolloClient();
  const seen = useRef(first);
  const [theirs, setTheirs] = useState<SeenSettings<Part>>();

  const present = async (): Promise<SeenSettings<Part>> => {
    // Not into the cache: a changed address would turn the page, and lose what is typed on it.
    const { data } = await client.query({ query: SettingsNow, variables: { slug }, fetchPolicy: 'no-cache' });
    if (data === undefined) throw new Error('no settings');
    return { version: data.space.version, part: partOf(data.space) };
  };

  const save = async (send: (baseVersion: number) => Promise<SeenSettings<Part> | undefined>): Promise<boolean> => {
    for (let tries = 1; ; tries += 1) {
      try {
        seen.current = (await send(seen.current.version)) ?? seen.current;
        setTheirs(undefined);
        return true;
      } catch (error) {
        if (describeError(error).reason !== 'space.stale' || tries === TRIES) throw error;
        const now = await present();
        if (!isSame(now.part, seen.current.part)) {
          setTheirs(now);
          return false;
        }
        seen.current = now;
      }
    }
  };

  const settle = (): void => {
    if (theirs !== undefined) seen.current = theirs;
    setTheirs(undefined);
  };
  return { theirs: theirs?.part, save, settle };
}

/** Whether two values made of text, numbers and lists are alike. */
export function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
