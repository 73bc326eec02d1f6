package neo4jtest

import (
	"os"
	"os/exec"
	"strconv"
)

// vigil waits for the end of its input, kills process $1 and removes the paths
// that follow. It ignores a terminal's signals, which reach its siblings
// themselves.
const vigil = `trap '' HUP INT TERM; cat >/dev/null; kill -KILL "$1"; shift; rm -rf "$@"`

// watch has a shell end the process and remove what it leaves when this process
// dies: only this process holds the other end of the shell's input, and the
// kernel closes that even after a SIGKILL. The returned function calls the
// shell off.
func watch(process *os.Process, litter ...string) (release func(), err error) {
	args := append([]string{"-c", vigil, "watchdog", strconv.Itoa(process.Pid)}, litter...)
	shell := exec.Command("/bin/sh", args...)
	input, err := shell.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := shell.Start(); err != nil {
		return nil, err
	}
	return func() {
		shell.Process.Kill()
		shell.Wait()
		input.Close()
	}, nil
}
