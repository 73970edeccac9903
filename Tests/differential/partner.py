"""The program of this project that a comparison asks, and what is done with the answers."""
import json
import subprocess
import sys


class Partner:
    """Asks `clr-fuzz answer QUESTION`, a line for a line."""

    def __init__(self, program, question):
        self.process = subprocess.Popen(
            [program, "answer", question], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, questions, at_once=16):
        """The answers to many questions; asked in pieces that fit the pipe's patience."""
        answers = []
        for start in range(0, len(questions), at_once):
            piece = questions[start:start + at_once]
            text = "".join(json.dumps(each) + "\n" for each in piece)
            self.process.stdin.write(text.encode())
            self.process.stdin.flush()
            for _ in piece:
                line = self.process.stdout.readline()
                if not line:
                    sys.exit("the program ended while it was asked")
                answers.append(json.loads(line))
        return answers

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def finish(name, count, found, explained, folder):
    """Tells the figures, keeps the cases that differ, and ends with 1 where there is one."""
    for number, case in enumerate(found[:20]):
        path = folder / f"{name}-{number}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(case, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for reason, times in sorted(explained.items()):
        print(f"{name}: {times} explained: {reason}")
    print(f"{name}: {count} cases, {len(found)} differ"
          + (f"; the first are in {folder}" if found else ""))
    return 1 if found else 0
