import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** What an image says of itself, and the folder that stands for its file system. */
export interface Image {
  readonly base: string;
  readonly folder: string;
  workdir: string;
  user: string;
  readonly ports: string[];
  readonly volumes: string[];
  readonly environment: Record<string, string>;
  command: readonly string[];
}

interface Options {
  /** What `COPY` copies from. */
  readonly context: string;
  /** For the images. */
  readonly folder: string;
  /** Commands that are done in another way here. */
  readonly instead: Readonly<Record<string, (image: Image) => void>>;
}

/** Does the steps of a Dockerfile in folders: no image is needed, and what a step names must be there. @returns the last image */
export function followDockerfile(text: string, options: Options): Image {
  const stages = new Map<string, Image>();
  let image: Image | undefined;
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [, instruction = '', rest = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
    if (instruction === 'FROM') {
      const [base = '', , name = String(stages.size)] = rest.split(' ');
      image = emptyImage(base, path.join(options.folder, name));
      stages.set(name, image);
    } else if (image === undefined) {
      throw new Error(`before FROM: ${line}`);
    } else {
      follow(image, instruction, rest, { ...options, stages });
    }
  }
  if (image === undefined) throw new Error('no FROM');
  return image;
}

function emptyImage(base: string, folder: string): Image {
  mkdirSync(folder, { recursive: true });
  const said = { ports: [], volumes: [], environment: {}, command: [] };
  return { base, folder, workdir: '/', user: 'root', ...said };
}

/** A path of an image in the folder that stands for it. */
export const inImage = ({ folder, workdir }: Image, place: string): string =>
  path.join(folder, path.posix.resolve(workdir, place));

function follow(
  image: Image,
  instruction: string,
  rest: string,
  options: Options & { readonly stages: ReadonlyMap<string, Image> },
): void {
  switch (instruction) {
    case 'WORKDIR':
      image.workdir = rest;
      mkdirSync(inImage(image, '.'), { recursive: true });
      return;
    case 'COPY':
      copy(image, rest.split(' '), options);
      return;
    case 'RUN':
      run(image, rest, options);
      return;
    case 'ENV':
      image.environment[rest.split('=')[0] ?? ''] = rest.split('=')[1] ?? '';
      return;
    case 'USER':
      image.user = rest;
      return;
    case 'VOLUME':
      image.volumes.push(rest);
      return;
    case 'EXPOSE':
      image.ports.push(rest);
      return;
    case 'CMD':
      image.command = (JSON.parse(rest) as unknown[]).map(String);
      return;
    default:
      throw new Error(`unknown instruction ${instruction}`);
  }
}

function copy(
  image: Image,
  args: string[],
  { context, stages }: { readonly context: string; readonly stages: ReadonlyMap<string, Image> },
): void {
  const stage = /^--from=(.+)$/.exec(args[0] ?? '')?.[1];
  const paths = stage === undefined ? args : args.slice(1);
  const from = stage === undefined ? context : stages.get(stage)?.folder;
  if (from === undefined) throw new Error(`no stage ${stage}`);
  const to = paths.pop() ?? '';
  for (const one of paths) {
    const source = path.join(from, one);
    // A folder's content is copied, and a file into the folder.
    const target = inImage(image, to);
    const place = statSync(source).isFile() ? path.join(target, path.basename(one)) : target;
    cpSync(source, place, { recursive: true });
  }
}

function run(image: Image, command: string, { instead }: Options): void {
  const other = instead[command];
  if (other !== undefined) {
    other(image);
    return;
  }
  for (const part of command.split(' && ')) {
    if (part.startsWith('chown ')) continue; // its user is the base image's
    const here = part.replace(/ (\/\S+)/g, (_whole, place: string) => ` ${inImage(image, place)}`);
    execFileSync('sh', ['-ec', here], { cwd: inImage(image, '.'), stdio: 'pipe' });
  }
}
