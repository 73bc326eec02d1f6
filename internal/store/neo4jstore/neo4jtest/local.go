package neo4jtest

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

const (
	startLimit = 2 * time.Minute  // a start takes 5 to 10 s on two cores
	stopLimit  = 30 * time.Second // a stop takes half a second
)

// Local is a server of one's own, on a free port of the loopback interface,
// with a random password and a home that is thrown away with it. It never
// outlives the process that started it, however that ends.
type Local struct {
	Server
	home    string
	java    string
	libs    string
	running *running
}

// running is one life of the server's process.
type running struct {
	process *os.Process
	ended   chan struct{} // closed when the process is gone
}

// Start fetches the server's jars if need be, starts it and returns once it
// answers. The caller closes it.
func Start(ctx context.Context) (*Local, error) {
	java, err := look("java", "Neo4j needs a Java 17 runtime (package openjdk-17-jre-headless)")
	if err != nil {
		return nil, err
	}
	libs, err := jars(ctx)
	if err != nil {
		return nil, err
	}
	home, err := os.MkdirTemp("", "civicgraph-neo4j-")
	if err != nil {
		return nil, err
	}
	local := &Local{home: home, java: java, libs: libs}
	if err := local.begin(ctx); err != nil {
		return nil, errors.Join(err, local.Close())
	}
	return local, nil
}

// begin furnishes the home and starts the server for the first time.
func (l *Local) begin(ctx context.Context) error {
	address, err := freeAddress()
	if err != nil {
		return err
	}
	l.Server = Server{URL: "bolt://" + address, Username: "neo4j", Password: rand.Text()}
	if err := l.configure(address); err != nil {
		return err
	}
	if err := l.setPassword(ctx); err != nil {
		return err
	}
	if err := l.dial(); err != nil {
		return err
	}
	return l.Restart(ctx)
}

// freeAddress returns a loopback address that nobody listens on.
func freeAddress() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return listener.Addr().String(), listener.Close()
}

// configure writes the server's configuration: Bolt alone, on loopback, in
// modest memory. The tests try wrong passwords, so these do not lock the user;
// and no server waits ten idle seconds before it ends.
func (l *Local) configure(address string) error {
	conf := filepath.Join(l.home, "conf")
	if err := os.Mkdir(conf, 0o755); err != nil {
		return err
	}
	settings := strings.Join([]string{
		"server.default_listen_address=127.0.0.1",
		"server.bolt.listen_address=" + address,
		"server.http.enabled=false",
		"server.https.enabled=false",
		"server.memory.pagecache.size=128m",
		"db.tx_log.preallocate=false",
		"dbms.security.auth_max_failed_attempts=0",
		"internal.server.bolt.thread_pool_shutdown_wait_time=100ms",
		"dbms.usage_report.enabled=false",
	}, "\n")
	return os.WriteFile(filepath.Join(conf, "neo4j.conf"), []byte(settings), 0o644)
}

// setPassword sets the first password, before the first start.
func (l *Local) setPassword(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, l.java, "-XX:TieredStopAtLevel=1", "-cp", filepath.Join(l.libs, "*"),
		"org.neo4j.cli.AdminTool", "dbms", "set-initial-password", l.Password)
	cmd.Env = append(os.Environ(), "NEO4J_HOME="+l.home, "NEO4J_CONF="+filepath.Join(l.home, "conf"))
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("neo4j's admin tool: %w\n%s", err, bytes.TrimSpace(out))
	}
	return nil
}

// Restart starts a server that was killed, over what it left on disk, and
// returns once it answers.
func (l *Local) Restart(ctx context.Context) error {
	if err := l.launch(); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, startLimit)
	defer cancel()
	return l.await(ctx)
}

// launch starts the server's process and the watchdog over it.
func (l *Local) launch() error {
	log, err := os.OpenFile(filepath.Join(l.home, "console.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer log.Close()
	server := exec.Command(l.java, "-Xmx512m", "-cp", filepath.Join(l.libs, "*"),
		"org.neo4j.server.CommunityEntryPoint", "--home-dir="+l.home, "--config-dir="+filepath.Join(l.home, "conf"))
	server.Stdout, server.Stderr = log, log
	if err := server.Start(); err != nil {
		return err
	}
	release, err := watch(server.Process, l.home, l.turnFile())
	if err != nil {
		return errors.Join(err, server.Process.Kill(), server.Wait())
	}
	l.running = &running{process: server.Process, ended: make(chan struct{})}
	go func(ended chan struct{}) {
		defer close(ended)
		server.Wait()
		release()
	}(l.running.ended)
	return nil
}

// await returns when the server answers over Bolt, or can't any more.
func (l *Local) await(ctx context.Context) error {
	retry := time.NewTicker(100 * time.Millisecond)
	defer retry.Stop()
	for {
		err := l.driver.VerifyConnectivity(ctx)
		if err == nil {
			return nil
		}
		select {
		case <-l.running.ended:
			return fmt.Errorf("neo4j ended as it started:\n%s", l.log())
		case <-ctx.Done():
			return fmt.Errorf("neo4j did not answer within %v: %w\n%s", startLimit, err, l.log())
		case <-retry.C:
		}
	}
}

// log returns what the server printed, for an error message.
func (l *Local) log() []byte {
	text, err := os.ReadFile(filepath.Join(l.home, "console.log"))
	if err != nil {
		return []byte(err.Error())
	}
	return bytes.TrimSpace(text)
}

// Kill ends the server's process at once, as a power cut would. [Local.Restart]
// starts it again.
func (l *Local) Kill() error {
	err := l.running.process.Kill()
	<-l.running.ended
	return err
}

// Close shuts the server down in order and removes its home.
func (l *Local) Close() error {
	if l.driver != nil {
		l.driver.Close(context.Background()) // the server would wait for it
	}
	if l.running != nil {
		l.running.process.Signal(syscall.SIGTERM) // it may have ended already
		select {
		case <-l.running.ended:
		case <-time.After(stopLimit):
			l.Kill()
		}
	}
	return errors.Join(os.RemoveAll(l.home), os.RemoveAll(l.turnFile()))
}
