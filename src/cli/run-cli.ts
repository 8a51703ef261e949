import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import type { CliIo } from './cli-io';
import { copySdk } from './copy-sdk';
import { runDoctor } from './doctor';
import { parseDoctorOptions, type RawDoctorOptions } from './doctor-options';
import { guardOutput } from './guard-output';
import { defaultSdkVersion } from './sdk-files';

/** Runs the command line and resolves with the exit code; 2 is a call that makes no sense. Never rejects. */
export async function runCli(args: readonly string[], io: CliIo): Promise<number> {
  let exitCode = 0;
  const printError = guardOutput(io.stderr, () => []);
  const program = new Command('react-zoom-meeting')
    .description('Tools for developers who sign and serve for react-zoom-meeting.')
    .version(version)
    // Without it, --version of a command would be the program's.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: io.stdout,
      // What commander repeats may be a secret that was pasted into the wrong place.
      writeErr: (text) =>
        printError(text.replace(/=[^'\s]*/g, '=…').replace(/'(?!--[a-z-]+ <)[^']{20,}'/g, "'…'")),
      getOutHasColors: () => io.colours,
      getErrHasColors: () => io.colours,
    });

  program
    .command('doctor')
    .summary('say what is wrong with a signature, or with the endpoint that makes them')
    .description(
      'Says what is wrong with a signature, or with the endpoint that makes them, and what to change.\n' +
        'Prints no secret and no whole signature.',
    )
    .argument(
      '[signature]',
      'the signature; - reads it from standard input, which keeps it out of the history',
    )
    .option('--url <url>', 'ask this endpoint: POST {meetingNumber, role}, as Zoom’s sample has it')
    .option('--meeting-number <number>', 'the meeting to ask for, and to compare mn with')
    .option('--role <0|1>', 'the role to ask for, and to compare role with')
    .option('--header <header>', "send 'Name: value' along, e.g. a session cookie (repeatable)", collect)
    .option('--origin <origin>', 'ask as a page of this origin, and check CORS')
    .option('--secret-env <name>', 'check the HMAC with the secret in this environment variable')
    // For those who try it all the same: they are told what to do about it.
    .addOption(new Option('--secret [secret]').hideHelp())
    .option('--calls <n>', 'how often to ask; more calls measure the clock better', '5')
    .option('--timeout <ms>', 'how long a call may take', '10000')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing will be refused, 1 something will, 2 the doctor could not find out.\n' +
        '\nExamples:\n' +
        '  react-zoom-meeting doctor --url http://localhost:3001/api/zoom/signature --secret-env ZOOM_SDK_SECRET\n' +
        '  pbpaste | react-zoom-meeting doctor - --meeting-number "123 4567 890"\n',
    )
    .action(async (signature: string | undefined, raw: RawDoctorOptions) => {
      exitCode = await runDoctor(parseDoctorOptions(signature, raw, io.env), io);
    });

  program
    .command('copy-sdk')
    .summary('put the SDK’s files where scriptSdk({ baseUrl }) finds them')
    .description(
      'Puts the SDK’s files where scriptSdk({ baseUrl }) finds them: from the installed @zoom/meetingsdk, or else ' +
        'from the npm registry, so that an app on React 19 needs no peer of the SDK. Run again, it updates them.',
    )
    .argument('<dir>', 'a folder that is served, e.g. public/zoom-sdk; other files in it are left alone')
    .option(
      '--version <version>',
      `a version or a tag (default: the installed one, or else ${defaultSdkVersion})`,
    )
    .action(async (dir: string, { version }: { version?: string }) => {
      await copySdk({ dir, version }, io);
    });

  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    // Besides a CliError, what the system says: a disk that is full, a folder that is not ours.
    printError(`error: ${error instanceof Error ? error.message : 'failed'}\n`);
    return 2;
  }
}

function collect(value: string, all: string[] = []): string[] {
  return [...all, value];
}
