package report

import (
	"io/fs"
	"os"
	"path/filepath"
)

// Size is the number of bytes that Find will read from files; -1 where that is not
// known beforehand, as of addresses and of standard input.
func Size(paths []string) int64 {
	var total int64
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case path == "-" || isAddress(path) || err == nil && !info.IsDir() && !info.Mode().IsRegular():
			return -1
		case err != nil: // will be told of when it is read
		case info.IsDir():
			total += sizeOfDir(path)
		default:
			total += info.Size()
		}
	}
	return total
}

func sizeOfDir(root string) int64 {
	var total int64
	_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && formatOfName(path) != "" && regular(path) {
			if info, err := os.Stat(path); err == nil {
				total += info.Size()
			}
		}
		return nil
	})
	return total
}
