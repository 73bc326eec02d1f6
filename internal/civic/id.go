package civic

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"strconv"
	"strings"
)

// ID names a report, referent, claim, entity, edge or piece of evidence. It is
// derived from content, never from a clock or a counter: two letters for the kind
// of thing, an underscore, 26 lower-case letters and digits. All of it is ASCII.
type ID string

// The kinds of thing that have ids of their own beside the node types.
const (
	kindReferent = "rf"
	kindClaim    = "cl"
	kindEdge     = "ed"
	kindEvidence = "ev"
)

var idCodes = map[NodeType]string{
	TypeReport: "re", TypePerson: "pe", TypeCoalition: "co", TypeOrganization: "or", TypePlace: "pl",
	TypeMeeting: "me", TypeVisit: "vi", TypeGroup: "gr", TypeTopic: "to", TypeStatement: "st",
}

var idTypes = func() map[ID]NodeType {
	types := make(map[ID]NodeType, len(idCodes))
	for t, code := range idCodes {
		types[ID(code)] = t
	}
	return types
}()

var idEncoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

const idDigits = 26 // 128 bits of a SHA-256 in base 32

// NodeID is the id of the entity of a type with an identity key.
func NodeID(t NodeType, key string) ID { return derive(idCodes[t], key) }

// ReferentID is the id of a report's referent by its type and identity key.
func ReferentID(report ID, t NodeType, key string) ID {
	return derive(kindReferent, string(report), string(t), key)
}

// ClaimID is the id of a report's claim between two of its referents. Of claims
// of one type between the same two a report has one, with all its evidence.
func ClaimID(t EdgeType, subject, object ID) ID {
	return derive(kindClaim, string(t), string(subject), string(object))
}

// EdgeID is the id of the edge of a type between two entities.
func EdgeID(t EdgeType, from, to ID) ID {
	return derive(kindEdge, string(t), string(from), string(to))
}

// EvidenceID is the id of the n-th piece of evidence of a claim.
func EvidenceID(claim ID, n int) ID {
	return derive(kindEvidence, string(claim), strconv.Itoa(n))
}

func derive(code string, parts ...string) ID {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return ID(code + "_" + idEncoding.EncodeToString(sum[:16]))
}

// ParseID checks that s has the form of an id. The error wraps ErrBadInput.
func ParseID(s string) (ID, error) {
	digits, ok := strings.CutPrefix(s[min(2, len(s)):], "_")
	if !ok || len(digits) != idDigits || strings.Trim(digits, "abcdefghijklmnopqrstuvwxyz234567") != "" || !isIDCode(s[:2]) {
		return "", fmt.Errorf("%w: %.40q is not an id; ids come from earlier answers", ErrBadInput, s)
	}
	return ID(s), nil
}

func isIDCode(code string) bool {
	if _, ok := ID(code).nodeType(); ok {
		return true
	}
	return code == kindReferent || code == kindClaim || code == kindEdge || code == kindEvidence
}

// Type is the node type that the id of an entity names; false for ids of other things.
func (id ID) Type() (NodeType, bool) {
	if len(id) < 2 {
		return "", false
	}
	return id[:2].nodeType()
}

func (id ID) nodeType() (NodeType, bool) {
	t, ok := idTypes[id]
	return t, ok
}
