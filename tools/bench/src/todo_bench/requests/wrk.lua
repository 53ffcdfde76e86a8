-- Sends what a plan says. The plan is a file of lines whose fields are separated by tabs:
--   kind  <name> <method> <status> <condition or -> <once: 0 or 1> <body or ->
--   token <token>                       of users 0, 1, 2, ...
--   ask   <kind> <user> <path> <etag or ->
--   order <kind>

local tokens, kinds, order = {}, {}, {}
local place, number = 0, 0
local patching = {}                     -- tasks by their ids: what to send next, once the last answer is here
local sender

-- These are looked at when all is done, which is in another state than the one that sends.
exhausted, statuses, wanted = 0, {}, {}

local function fields(line)
  local found = {}
  for field in line:gmatch("[^\t]+") do
    found[#found + 1] = field
  end
  return found
end

local function content(body)
  if body == "-" then
    return "\r\n"
  end
  return "Content-Type: application/json\r\nContent-Length: " .. #body .. "\r\n\r\n" .. body
end

local function add(kind, user, path, etag)
  local head = kind.method .. " " .. path .. " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
    .. tokens[user + 1] .. "\r\n"
  local count = #kind.requests + 1
  if kind.follows then
    local task = { head = head .. kind.condition .. ": ", etag = etag }
    patching[path:match("[^/]+$")] = task
    kind.requests[count] = task
    return
  end
  if kind.condition ~= "-" then
    head = head .. kind.condition .. ": " .. etag .. "\r\n"
  end
  kind.requests[count] = head .. content(kind.body:format(count))
end

local function follow(status, headers, body)
  statuses[status] = (statuses[status] or 0) + 1
  if status ~= 200 then
    return
  end
  local task = patching[body:match('"id": ?"([^"]+)"')]
  if task then
    local kind = kinds["patch"]
    task.etag = headers["etag"] or headers["ETag"] or headers["Etag"]
    kind.last = kind.last + 1
    kind.requests[kind.last] = task
  end
end

function init(args)
  for line in io.lines(args[1]) do
    local what, one, two, three, four, five, six = unpack(fields(line))
    if what == "ask" then
      add(kinds[one], tonumber(two), three, four)
    elseif what == "order" then
      order[#order + 1] = kinds[one]
    elseif what == "token" then
      tokens[#tokens + 1] = one
    elseif what == "kind" then
      kinds[one] = { method = two, condition = four, once = five == "1", body = six, requests = {}, place = 0,
                     follows = four == "If-Match" }
      if four == "If-Match" then
        response = follow               -- it is slow, so it is there only where ETags have to be followed
      end
      wanted[tonumber(three)] = true
    end
  end
  for _, kind in pairs(kinds) do
    kind.last = #kind.requests          -- of those that wait to be patched, the one that came back last
  end
end

local function patch(kind)
  number = number + 1
  local task = kind.requests[kind.place]
  kind.requests[kind.place] = nil
  return task.head .. task.etag .. "\r\n" .. content(kind.body:format(number))
end

function request()
  place = place % #order + 1
  local kind = order[place]
  if kind.place == kind.last then
    if kind.once or kind.follows then
      exhausted = exhausted + 1
      return "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    end
    kind.place = 0
  end
  kind.place = kind.place + 1
  if kind.follows then
    return patch(kind)
  end
  return kind.requests[kind.place]
end

function setup(thread)
  sender = thread
end

function done(summary, latency)
  local wrong = {}
  local expected = sender:get("wanted")
  for status, count in pairs(sender:get("statuses")) do
    if not expected[status] then
      wrong[#wrong + 1] = ('"%d": %d'):format(status, count)
    end
  end
  local errors = summary.errors
  print(("\n{\"requests\": %d, \"microseconds\": %d, \"exhausted\": %d,"):format(
    summary.requests, summary.duration, sender:get("exhausted")))
  print(("\"p50\": %d, \"p95\": %d, \"p99\": %d, \"max\": %d,"):format(
    latency:percentile(50), latency:percentile(95), latency:percentile(99), latency.max))
  print(("\"connect\": %d, \"read\": %d, \"write\": %d, \"timeout\": %d, \"refused\": %d, \"statuses\": {%s}}"):format(
    errors.connect, errors.read, errors.write, errors.timeout, errors.status, table.concat(wrong, ", ")))
end
