//! What is answered, and to whom.

use std::{fs, io::Write as _, net::TcpStream, process::Stdio};

use crate::{
    client::{Preview, command},
    site,
};

#[test]
fn pages_and_files_come_with_their_types() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    for (target, status, media) in [
        ("/", 200, "text/html; charset=utf-8"),
        ("/index.html", 200, "text/html; charset=utf-8"),
        ("/about/", 200, "text/html; charset=utf-8"),
        ("/about/index.html?x=1", 200, "text/html; charset=utf-8"),
        (
            "/2017-18/learners/index.html",
            200,
            "text/html; charset=utf-8",
        ),
        ("/measures/m1/index.html", 200, "text/html; charset=utf-8"),
        ("/charts/2017-18/m1.svg", 200, "image/svg+xml"),
        ("/data/site.json", 200, "application/json"),
        ("/data/2017-18/measures.csv", 200, "text/csv; charset=utf-8"),
        ("/notes/list.csv", 200, "text/csv; charset=utf-8"),
        ("/nowhere/", 404, "text/html; charset=utf-8"),
        ("/notes/", 404, "text/html; charset=utf-8"),
        ("/data/", 404, "text/html; charset=utf-8"),
    ] {
        let answer = preview.get(target);
        assert_eq!(answer.status, status, "{target}");
        assert_eq!(answer.header("content-type"), Some(media), "{target}");
    }
    assert!(
        preview
            .get("/data/2017-18/measures.csv")
            .body
            .contains("5.10")
    );
    for (from, to) in [("/about", "/about/"), ("/about?a=b", "/about/?a=b")] {
        let moved = preview.get(from);
        assert_eq!((moved.status, moved.header("location")), (301, Some(to)));
    }
    assert!(
        !site.root().join("output").exists(),
        "a preview writes nothing"
    );
}

#[test]
fn a_large_file_is_read_only_while_it_is_sent() {
    let site = site();
    let film = site.root().join("content/film.mp4");
    let text = "x".repeat(3 << 20);
    fs::write(&film, &text).unwrap();
    let preview = Preview::start(site.root(), &[]);
    let whole = preview.get("/film.mp4");
    assert_eq!((whole.status, whole.body.len()), (200, text.len()));
    assert_eq!(whole.header("content-type"), Some("video/mp4"));
    // None of these could hold it in memory.
    let huge = 1_u64 << 40;
    fs::File::options()
        .write(true)
        .open(&film)
        .and_then(|file| file.set_len(huge))
        .unwrap();
    let length = huge.to_string();
    let head = preview.ask("HEAD", "/film.mp4", "");
    assert_eq!(head.header("content-length"), Some(&*length));
    let tag = head.header("etag").expect("a tag");
    assert_ne!(whole.header("etag"), Some(tag));
    let again = preview.ask("GET", "/film.mp4", &format!("If-None-Match: {tag}\r\n"));
    assert_eq!((again.status, again.body.as_str()), (304, ""));
    assert_eq!(preview.get("/about/").status, 200);
}

#[test]
fn a_known_version_is_not_sent_again_and_head_has_no_body() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    let first = preview.get("/about/");
    let tag = first.header("etag").expect("a tag").to_owned();
    for known in [&*tag, "*"] {
        let again = preview.ask("GET", "/about/", &format!("If-None-Match: {known}\r\n"));
        assert_eq!((again.status, again.body.as_str()), (304, ""));
    }
    let head = preview.ask("HEAD", "/about/", "");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert_eq!(head.header("etag"), Some(tag.as_str()));
    let length = first.body.len().to_string();
    assert_eq!(head.header("content-length"), Some(length.as_str()));
}

#[test]
fn the_page_for_what_is_not_found_leads_to_this_server_at_any_depth() {
    let settings = "organisation: A council\ntitle: Objectives\nlanguages: [en]\n";
    for base in ["", "base_url: https://council.example/reports/\n"] {
        let site = site().file("content/site.yaml", &format!("{settings}{base}"));
        let preview = Preview::start(site.root(), &[]);
        for target in ["/nowhere/", "/a/b/c/nowhere/", "/404.html"] {
            let page = preview.get(target).body;
            let page = page.replace(" src=\"", " href=\"");
            let links = page.split(" href=\"").skip(1);
            let links: Vec<_> = links.filter_map(|rest| rest.split('"').next()).collect();
            assert!(links.len() > 4, "{target}");
            for link in links.iter().filter(|link| !link.starts_with('#')) {
                assert!(link.starts_with('/'), "{target} leads to {link}");
                assert_eq!(
                    preview.get(&normal(link)).status,
                    200,
                    "{target} leads to {link}"
                );
            }
        }
    }
}

/// A path as a browser asks for it, without `.` and `..`.
fn normal(path: &str) -> String {
    let path = path.split('#').next().unwrap_or_default();
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/').skip(1) {
        match part {
            "." => {}
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    format!("/{}", parts.join("/"))
}

#[test]
fn another_run_has_another_name() {
    let site = site();
    let one = Preview::start(site.root(), &[]);
    let other = Preview::start(site.root(), &[]);
    let run = |preview: &Preview| preview.state()["run"].as_str().map(ToOwned::to_owned);
    assert!(run(&one).is_some_and(|name| !name.is_empty()));
    assert_eq!(run(&one), run(&one));
    assert_ne!(run(&one), run(&other));
}

#[test]
fn nothing_outside_the_site_can_be_reached() {
    let site = site()
        .file("secret.txt", "secret")
        .file("content/.hidden", "secret");
    let preview = Preview::start(site.root(), &[]);
    for target in [
        "/../secret.txt",
        "/about/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "//etc/passwd",
        "/etc/passwd",
        "/.hidden",
        "/content/about.md",
        "/%00",
        "/%ff",
    ] {
        let answer = preview.get(target);
        assert_eq!(answer.status, 404, "{target}");
        assert!(
            !answer.body.contains("secret\n") && !answer.body.contains("root:"),
            "{target}"
        );
    }
    assert_eq!(
        preview
            .ask("POST", "/about/", "Content-Length: 0\r\n")
            .status,
        405
    );
    assert_eq!(preview.ask("DELETE", "/about/", "").status, 405);
}

#[test]
fn only_loopback_names_are_answered() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    for (host, status) in [
        ("localhost", 200),
        ("127.0.0.1:80", 200),
        ("[::1]", 200),
        ("[::1]x.evil", 421),
        ("example.org", 421),
        ("localhost.example.org", 421),
    ] {
        let answer = preview.ask("GET", "/about/", &format!("Host: {host}\r\n"));
        assert_eq!(answer.status, status, "{host}");
    }
    let nameless = preview.raw(b"GET /about/ HTTP/1.1\r\nConnection: close\r\n\r\n");
    assert_eq!(nameless.status, 421);
}

#[test]
fn a_whole_address_may_be_asked_for_and_its_host_counts() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    let own = format!("http://127.0.0.1:{}", preview.port);
    for (target, host, status) in [
        (format!("{own}/about/"), "localhost", 200),
        (format!("{own}/about/?a=b"), "example.org", 200),
        (own.clone(), "localhost", 200),
        (format!("{own}?a=b"), "localhost", 200),
        ("HTTP://LocalHost/about/".to_owned(), "localhost", 200),
        (format!("{own}/nowhere/"), "localhost", 404),
        (format!("{own}/../secret.txt"), "localhost", 404),
        ("http://example.org/about/".to_owned(), "localhost", 421),
        ("http://localhost@example.org/".to_owned(), "localhost", 421),
        ("http:///about/".to_owned(), "localhost", 421),
        ("https://localhost/about/".to_owned(), "localhost", 404),
    ] {
        let answer = preview.ask("GET", &target, &format!("Host: {host}\r\n"));
        assert_eq!(answer.status, status, "{target} of {host}");
    }
    let moved = preview.ask("GET", &format!("{own}/about?a=b"), "");
    let to = moved.header("location");
    assert_eq!((moved.status, to), (301, Some("/about/?a=b")));
}

#[test]
fn slow_and_broken_clients_leave_it_answering() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    // A hundred that began and never end, some in the middle of a line, some waiting for events.
    let begun: Vec<_> = (0..100)
        .map(|number| {
            let mut stream = TcpStream::connect(("127.0.0.1", preview.port)).expect("a connection");
            let bytes: &[u8] = match number % 4 {
                0 => b"GET /abo",
                1 => b"GET / HTTP/1.1\r\nHost: local",
                2 => b"GET /.goldenthread/events HTTP/1.1\r\nHost: localhost\r\n\r\n",
                _ => b"",
            };
            stream.write_all(bytes).expect("some bytes");
            stream
        })
        .collect();
    for garbage in [
        &b"\0\0\0\r\n\r\n"[..],
        b"GET\r\n\r\n",
        b"NONSENSE / HTTP/9.9\r\n\r\n",
    ] {
        let mut stream = TcpStream::connect(("127.0.0.1", preview.port)).expect("a connection");
        stream.write_all(garbage).expect("garbage");
    }
    for _ in 0..5 {
        assert_eq!(preview.get("/about/").status, 200);
    }
    drop(begun);
    assert_eq!(preview.get("/about/").status, 200);
}

#[test]
fn one_connection_carries_many_requests() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    let get = |target: &str, more: &str| {
        format!("GET {target} HTTP/1.1\r\nHost: localhost\r\n{more}\r\n")
    };
    // All at once, as a browser that does not wait sends them; the last one ends it.
    let last = get("/nowhere/", "Connection: close\r\n");
    let requests = get("/about/", "") + &get("/data/2017-18/measures.csv", "") + &last;
    let all = preview.raw(requests.as_bytes());
    assert_eq!(all.header("connection"), Some("keep-alive"));
    let statuses: Vec<_> = all.body.matches("HTTP/1.1 ").collect();
    assert_eq!((all.status, statuses.len()), (200, 2), "{}", all.body);
    assert!(all.body.contains("HTTP/1.1 404 Not Found"), "{}", all.body);
    // A body is not taken for a request.
    let post = "POST /about/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 40\r\n\r\n";
    let post = preview.raw((post.to_owned() + &get("/about/", "")).as_bytes());
    assert_eq!(post.status, 405);
    assert!(!post.body.contains("HTTP/1.1"), "{}", post.body);
}

#[test]
fn a_request_without_end_is_refused() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    let long = format!("GET /about/ HTTP/1.1\r\nX: {}\r\n", "x".repeat(20_000));
    assert_eq!(preview.raw(long.as_bytes()).status, 431);
    assert_eq!(preview.raw(b"nonsense\r\n\r\n").status, 400);
    assert_eq!(preview.get("/about/").status, 200);
}

#[test]
fn a_taken_port_is_an_error_where_it_was_asked_for() {
    let site = site();
    let first = Preview::start(site.root(), &[]);
    let port = first.port.to_string();
    let second = command(site.root(), &["--port", &port])
        .stderr(Stdio::piped())
        .output()
        .expect("the binary runs");
    assert_eq!(second.status.code(), Some(2));
    let said = String::from_utf8_lossy(&second.stderr);
    assert!(said.contains(&format!("port {port} is taken")), "{said}");
    let third = Preview::start(site.root(), &[]);
    assert_ne!(third.port, first.port);
    assert_eq!(third.get("/").status, 200);
}

#[cfg(unix)]
#[test]
fn it_ends_cleanly_when_it_is_interrupted() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    let _open = {
        let mut stream = TcpStream::connect(("127.0.0.1", preview.port)).expect("a connection");
        let request = b"GET /.goldenthread/events HTTP/1.1\r\nHost: localhost\r\n\r\n";
        stream.write_all(request).expect("a request");
        stream
    };
    assert_eq!(preview.interrupt().0.code(), Some(0));
}

#[cfg(unix)]
#[test]
fn it_ends_as_cleanly_while_it_reads_the_site() {
    let mut site = site();
    for number in 0..600 {
        let text = format!("# Page {number}\n\nWords.\n");
        site = site.file(&format!("content/many/p{number}.md"), &text);
    }
    // It takes connections before it has read anything.
    let (status, told) = Preview::deaf(site.root()).interrupt();
    assert_eq!((status.code(), told.as_str()), (Some(0), "preview ended\n"));
}
