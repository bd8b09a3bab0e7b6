// The keys of the datasets that enclose a dataset by name, from the outermost.
// (parts)  the parts of the key of the dataset, which '%2F' separates
[i IN range(1, size(parts) - 1) | reduce(path = parts[0], step IN parts[1..i] | path + '%2F' + step)]
